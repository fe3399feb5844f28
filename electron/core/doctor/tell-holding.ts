import { describeHeld, holderOf, nameOf, since, target, withPort } from './describe.ts';
import { expectedTitle } from './expected-programs.ts';
import type { DoctorFacts, HeldListener } from './facts.ts';
import { airPlayFix, checkAgainFix, copyFix, killFix, otherPortFix, restartFix, showFix } from './fixes.ts';
import type { Tell } from './tell.ts';

/** The listener that the verdict is about. */
function holding({ pasted, reached, conflict, listeners }: DoctorFacts): HeldListener {
  const held = (pasted.side === 'server' ? conflict : reached) ?? listeners[0];
  if (!held) throw new Error('no listener holds the port');
  return held;
}

export const tellSomeoneElse: Tell = (facts) => {
  const held = holding(facts);
  const { pasted, port, now } = facts;
  const fixes = [...killFix(held), ...otherPortFix(facts), showFix(facts)];
  const where = withPort(held.listener.address, port);
  if (pasted.side === 'server') {
    return {
      severity: 'problem',
      headline: `${nameOf(held) ?? 'Another program'} already listens on ${where}`,
      explanation: `${describeHeld(held)}${since(held, now)}, holds the port, so no other program can listen there. End it, or let yours use another port.`,
      fixes,
    };
  }
  const wanted = pasted.expects === null ? 'something else' : expectedTitle(pasted.expects);
  const isDebugger = pasted.expects === 'java-debugger';
  return {
    severity: 'problem',
    headline: isDebugger
      ? "Another program took the debugger's port"
      : `Another program listens where ${wanted} is expected`,
    explanation: `A ${wanted} is expected at ${target(facts)}. ${describeHeld(held)}${since(held, now)}, listens there instead${isDebugger ? ', so the debugger has nowhere to attach' : ''}.`,
    fixes,
  };
};

export const tellSameProgram: Tell = (facts) => {
  const held = holding(facts);
  return {
    severity: 'problem',
    headline: `${nameOf(held) ?? 'It'} is running already`,
    explanation: `${describeHeld(held)}${since(held, facts.now)}, listens on ${withPort(held.listener.address, facts.port)}, and a second one cannot listen there too. Use the running one, restart it, or end it first.`,
    fixes: [...restartFix(held), ...killFix(held), showFix(facts)],
  };
};

export const tellHiddenOwner: Tell = (facts) => {
  const held = holding(facts);
  const { socketUser } = held.listener;
  const isWindows = facts.platform === 'win32';
  const command = isWindows ? `berth show ${facts.port}` : `sudo berth show ${facts.port}`;
  const note = isWindows
    ? 'Run it in a terminal opened as administrator.'
    : 'Shows who it is, and changes nothing.';
  return {
    severity: facts.pasted.side === 'server' ? 'problem' : 'attention',
    headline: `${socketUser === null ? 'A program that this user may not see' : `A program of user ${socketUser}`} listens on ${withPort(held.listener.address, facts.port)}`,
    explanation: `Something holds the port, and who it is may only be seen with more rights${socketUser === null ? '' : `; the socket belongs to user ${socketUser}`}.`,
    fixes: [copyFix('Copy the command that shows it', command, note), ...otherPortFix(facts), showFix(facts)],
  };
};

export const tellContainer: Tell = (facts) => {
  const held = holding(facts);
  const container = held.listener.container;
  const name = container?.name ?? 'a container';
  const isServer = facts.pasted.side === 'server';
  const stop = { kind: 'kill' as const, label: `Stop container ${name}`, listenerId: held.listener.id };
  return {
    severity: 'problem',
    headline: isServer
      ? `Container ${name} publishes ${facts.port}`
      : `Nothing answers inside container ${name}`,
    explanation: isServer
      ? `The port belongs to container ${name} (${container?.image}). Stopping the container frees it; ending the proxy that holds it would not last.`
      : `The port is published by container ${name} (${container?.image}), so it accepts connections, but the program inside does not answer. It may still be starting, or listen on 127.0.0.1 inside the container instead of 0.0.0.0.`,
    fixes: isServer
      ? [stop, ...otherPortFix(facts), showFix(facts)]
      : [
          copyFix(
            'Copy the command for its log',
            `docker logs --tail 50 ${name}`,
            'Prints the last 50 lines.',
          ),
          showFix(facts),
          checkAgainFix,
        ],
  };
};

export const tellAirPlay: Tell = (facts) => ({
  severity: 'problem',
  headline: `AirPlay Receiver of macOS holds ${facts.port}`,
  explanation:
    'Control Center listens on 5000 and 7000 to receive AirPlay and answers requests with 403. Ending it is of no use, since macOS starts it again; it can be switched off in the settings.',
  fixes: [airPlayFix, ...otherPortFix(facts), showFix(facts)],
});

export const tellNeverAnswers: Tell = (facts) => {
  const held = holding(facts);
  const state = facts.answer.known ? facts.answer.value.state : 'silent';
  const how =
    state === 'refused'
      ? 'refused the connection when Berth tried'
      : state === 'timed-out'
        ? 'let the connection run into its time limit'
        : 'accepted the connection and said nothing';
  return {
    severity: 'problem',
    headline: `${nameOf(held) ?? 'The program'} listens on ${facts.port} but does not answer`,
    explanation: `${describeHeld(held)}${since(held, facts.now)}, ${how}. It may be stuck or busy, stopped in a debugger, or wait for the client to speak in another protocol.`,
    fixes: [...restartFix(held), ...killFix(held), showFix(facts), checkAgainFix],
  };
};

export const tellLocalhost: Tell = (facts) => {
  const message = facts.localhost.known ? facts.localhost.value.message : '';
  const held = facts.listeners.map(
    (one) => `${withPort(one.listener.address, facts.port)} (${holderOf(one)})`,
  );
  return {
    severity: 'problem',
    headline: `localhost:${facts.port} leads to another program than 127.0.0.1:${facts.port}`,
    explanation: `${message} On the port listen ${held.join(' and ')}. Which one a client gets depends on whether it tries IPv6 first.`,
    fixes: [...facts.listeners.slice(0, 2).flatMap(killFix), showFix(facts)],
  };
};
