import { describeHeld, listed, nameOf, since, socketHolder, target, withPort } from './describe.ts';
import type { DoctorFacts, HeldListener } from './facts.ts';
import { isIpv6 } from './find-reached.ts';
import {
  checkAgainFix,
  copyFix,
  firewallFix,
  killFix,
  mayBeWeb,
  openFix,
  openListener,
  otherPortFix,
  restartFix,
  serveFix,
  showFix,
} from './fixes.ts';
import { isPrivileged } from './port-holders.ts';
import type { Tell } from './tell.ts';

function places({ listeners, port }: DoctorFacts): string {
  return listed(listeners.map(({ listener }) => withPort(listener.address, port)));
}

export const tellNothing: Tell = (facts) => {
  const { pasted } = facts;
  if (pasted.symptom === 'debugger-disconnected') {
    return {
      severity: 'attention',
      headline: `The debug session on ${target(facts)} is over`,
      explanation:
        'Nothing listens there any more: the program that was debugged has ended, or the debugger let go of it. Such a port is made anew for every session. Start the session again.',
      fixes: [showFix(facts), checkAgainFix],
    };
  }
  const isAsked = pasted.side === 'client';
  const low = isPrivileged(facts)
    ? ` Only root may listen on ports below ${facts.kept.known ? facts.kept.value.firstUnprivileged : 1024}.`
    : '';
  return {
    severity: isAsked ? 'problem' : 'attention',
    headline: `Nothing listens on ${target(facts)}`,
    explanation: isAsked
      ? `That is why the connection fails: the server is not running, has ended, or uses another port.${low}`
      : `No program listens there, on any address of this machine.${low}`,
    fixes: [serveFix(facts), showFix(facts), checkAgainFix].slice(
      isAsked && pasted.expects !== null && !/^https?$/.test(pasted.expects) ? 1 : 0,
    ),
  };
};

export const tellOtherFamily: Tell = (facts) => {
  const [held] = facts.listeners;
  const is6 = held !== undefined && isIpv6(held.listener.address);
  const scheme = facts.pasted.expects === 'https' ? 'https' : 'http';
  const works = `${scheme}://${withPort(is6 ? '::1' : '127.0.0.1', facts.port)}`;
  return {
    severity: 'problem',
    headline: `It listens over ${is6 ? 'IPv6' : 'IPv4'} only, and the error came over ${is6 ? 'IPv4' : 'IPv6'}`,
    explanation: `${held ? `${describeHeld(held)} listens` : 'A program listens'} on ${places(facts)}, not on ${target(facts)}. Connect to that address instead of localhost, or let the server listen on both.`,
    fixes: [
      ...(held && mayBeWeb(facts, held) ? [openFix(works)] : []),
      ...(held ? restartFix(held) : []),
      showFix(facts),
    ],
  };
};

export const tellOtherAddress: Tell = (facts) => {
  const [held] = facts.listeners;
  return {
    severity: 'problem',
    headline: `It listens on ${places(facts)}, not on ${target(facts)}`,
    explanation: `${held ? `${describeHeld(held)}${since(held, facts.now)}, takes` : 'The program takes'} connections for that address only. Connect to it, or let the server listen on 0.0.0.0 or on the address you use.`,
    fixes: [
      ...(held && mayBeWeb(facts, held)
        ? [openListener(facts.pasted.expects === 'https' ? 'https' : 'http', held)]
        : []),
      showFix(facts),
    ],
  };
};

export const tellDebuggerElsewhere: Tell = (facts) => {
  const waiting = facts.javaDebuggers
    .slice(0, 3)
    .map(
      (held) =>
        `${withPort(held.listener.address, held.listener.port)} (${nameOf(held)}, PID ${held.owners[0]?.pid})`,
    );
  const [first] = facts.javaDebuggers;
  return {
    severity: 'problem',
    headline: `The Java program waits for a debugger on ${first?.listener.port}, not on ${facts.port}`,
    explanation: `Nothing listens on ${target(facts)}. A Java program to be debugged listens on ${waiting.join(' and ')}: put that port into the debug configuration.`,
    fixes: first
      ? [{ kind: 'show', label: `Show ${first.listener.port} in ports`, port: first.listener.port }]
      : [],
  };
};

export const tellOtherNamespace: Tell = (facts) => {
  const first = facts.elsewhere.known ? facts.elsewhere.value[0] : undefined;
  const who = socketHolder(first?.holder ?? null);
  return {
    severity: 'problem',
    headline: `${first?.holder.name ?? 'A program'} listens on ${facts.port} in another network namespace`,
    explanation: `${who} listens on ${withPort(first?.address ?? '0.0.0.0', facts.port)} inside a namespace of its own, as containers have them, so addresses of this machine do not lead there. Publish the port of the container (-p ${facts.port}:${facts.port}), or connect to the container's own address.`,
    fixes: [
      ...(first
        ? [
            copyFix(
              'Copy the command that enters it',
              `sudo nsenter --net --target ${first.holder.pid}`,
              'Opens a shell inside that namespace.',
            ),
          ]
        : []),
      checkAgainFix,
    ],
  };
};

export const tellWrongProtocol: Tell = (facts) => {
  const { reached, answer, pasted } = facts;
  const spoken = (answer.known ? answer.value.protocol : null) ?? 'another protocol';
  const isWeb = spoken === 'http' || spoken === 'https';
  return {
    severity: 'problem',
    headline: isWeb
      ? `${target(facts)} speaks ${spoken}, not ${pasted.expects}`
      : `${target(facts)} speaks ${spoken}, which is not what was expected`,
    explanation: `${reached ? describeHeld(reached) : 'The server'} answers, in ${spoken}.${isWeb ? ` Use ${spoken}:// in the address${spoken === 'http' ? ', or give the server a certificate' : ''}.` : ' Use a client for it, or another port.'}`,
    fixes: [...(isWeb && reached ? [openListener(spoken, reached)] : []), showFix(facts)],
  };
};

export const tellCertificate: Tell = (facts) => {
  const tls = facts.answer.known ? facts.answer.value.tls : null;
  const isOver = tls?.validTo !== null && tls?.validTo !== undefined && Date.parse(tls.validTo) < facts.now;
  const names = tls?.names.join(', ') || 'no name';
  return {
    severity: 'problem',
    headline: isOver
      ? `The certificate on ${target(facts)} has expired`
      : `The certificate on ${target(facts)} is not trusted`,
    explanation: `It is for ${names}${tls?.validTo ? `, valid until ${tls.validTo.slice(0, 10)}` : ''}${tls?.selfSigned ? ', and signed by itself: the client has to be told to trust it' : ''}.`,
    fixes: [showFix(facts), checkAgainFix],
  };
};

export const tellFirewall: Tell = (facts) => {
  const name = facts.firewall.known ? facts.firewall.value.name : 'The firewall';
  const command =
    name === 'ufw'
      ? `sudo ufw allow ${facts.port}/tcp`
      : name === 'firewalld'
        ? `sudo firewall-cmd --add-port=${facts.port}/tcp`
        : null;
  return {
    severity: 'problem',
    headline: `${name} keeps other machines from ${facts.port}`,
    explanation: `${facts.reached ? `${describeHeld(facts.reached)} listens, but` : 'The'} connections from other machines are blocked by ${name}. On this machine itself the port works.`,
    fixes: [
      ...(command === null
        ? []
        : [copyFix('Copy the command that opens it', command, 'Lets other machines in.')]),
      ...firewallFix(facts),
      checkAgainFix,
    ],
  };
};

export const tellNotLocal: Tell = (facts) => {
  const { pasted, place } = facts;
  if (pasted.side === 'server') {
    const wanted = pasted.address ?? pasted.host ?? 'The address';
    return {
      severity: 'problem',
      headline: `${wanted} is not an address of this machine`,
      explanation: `A program can only listen on addresses that the machine has now. Use 127.0.0.1 for this machine alone, 0.0.0.0 for every address, or the address that the network gave it.`,
      fixes: [checkAgainFix],
    };
  }
  const isName = place === 'other-name';
  const where = isName ? pasted.host : pasted.address;
  const here = facts.listeners.length > 0 ? ` On this machine something listens on ${places(facts)}.` : '';
  return {
    severity: 'attention',
    headline: isName ? `${where} is not a name of this machine` : `${where} is another machine`,
    explanation: `${isName ? 'The doctor looks at this machine only. Names of containers are known inside their network alone: from outside it is localhost with the published port.' : 'The doctor looks at this machine only: look there whether the server runs and its firewall lets you in.'}${here}`,
    fixes: facts.listeners.length > 0 ? [showFix(facts)] : [checkAgainFix],
  };
};

export const tellHealthy: Tell = (facts) => {
  const held = facts.reached as HeldListener;
  const { answer, pasted } = facts;
  const hasAnswered =
    answer.known && (answer.value.state === 'identified' || answer.value.state === 'answered');
  const wasBroken = pasted.symptom !== 'port-only' && pasted.symptom !== 'unknown';
  const spoken = answer.known ? answer.value.protocol : null;
  const open = spoken === 'http' || spoken === 'https' ? [openListener(spoken, held)] : [];
  return {
    severity: 'ok',
    headline: `${nameOf(held) ?? 'A program'} ${hasAnswered ? 'answers' : 'listens'} on ${target(facts)}${wasBroken ? ' now' : ''}`,
    explanation: `${describeHeld(held)}${since(held, facts.now)}, listens there. ${hasAnswered && answer.known ? answer.value.message : answer.known ? 'It accepts connections.' : `It was not asked: ${answer.why}.`}${wasBroken ? ' What the error tells of is over: try again.' : ''}`,
    fixes: [...open, showFix(facts), ...killFix(held), ...otherPortFix(facts).slice(0, wasBroken ? 1 : 0)],
  };
};
