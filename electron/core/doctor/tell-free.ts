import { listed, seconds, socketHolder, target } from './describe.ts';
import { checkAgainFix, copyFix, otherPortFix, showFix } from './fixes.ts';
import { attachedDebugger, closedConnections, excludedRange, openConnections } from './port-holders.ts';
import type { Tell } from './tell.ts';

export const tellTimeWait: Tell = (facts) => {
  const left = Math.max(0, ...closedConnections(facts).map(({ endsInMs }) => endsInMs ?? 0));
  const until = left > 0 ? `in ${seconds(left)}` : 'within two minutes';
  return {
    severity: 'attention',
    headline: `${facts.port} is free again ${until}`,
    explanation: `Nothing listens there. Connections that were just closed stay in TIME_WAIT for a while, and until then a program that does not set SO_REUSEADDR is told that the address is in use.`,
    fixes: [checkAgainFix, ...otherPortFix(facts)],
  };
};

export const tellOutgoing: Tell = (facts) => {
  const open = openConnections(facts);
  const who = listed(open.map(({ holder }) => socketHolder(holder)));
  const isEphemeral = facts.kept.known && facts.port >= facts.kept.value.ephemeral.from;
  const range = facts.kept.known ? facts.kept.value.ephemeral : null;
  return {
    severity: 'problem',
    headline: `A connection of ${open[0]?.holder?.name || 'another program'} uses ${facts.port} as its own port`,
    explanation: `Nothing listens there, but a connection (${who}) has the port as its own end, so nobody else can listen on it until that is closed.${
      isEphemeral && range
        ? ` The system gives ${range.from}-${range.to} to outgoing connections: a port below is safer for a server.`
        : ''
    }`,
    fixes: [...otherPortFix(facts), checkAgainFix],
  };
};

export const tellBound: Tell = (facts) => {
  const suspects = facts.unlisted.known ? facts.unlisted.value : [];
  const names = suspects.slice(0, 3).map(socketHolder);
  const rest = suspects.length > 3 ? ` and ${suspects.length - 3} more` : '';
  const who =
    names.length === 0
      ? 'Which program that is, the system does not tell.'
      : `By its open sockets it ${names.length === 1 ? 'is probably' : 'is one of'} ${names.join('; ')}${rest}.`;
  return {
    severity: 'problem',
    headline: `A program reserved ${facts.port} without listening on it`,
    explanation: `Nothing listens there and no connection uses it, yet the system says that the address is in use: a program bound the port and does not listen, or not yet. ${who}`,
    fixes: [...otherPortFix(facts), checkAgainFix],
  };
};

export const tellPrivileged: Tell = (facts) => {
  const { port } = facts;
  const first = facts.kept.known ? facts.kept.value.firstUnprivileged : 1024;
  const command = `sudo sysctl net.ipv4.ip_unprivileged_port_start=${port}`;
  return {
    severity: 'problem',
    headline: `Only root may listen on ${port}`,
    explanation: `On this machine ports below ${first} are for root. Let the program use a higher port, and put a proxy or a forward in front of it where the low number matters.`,
    fixes: [
      ...otherPortFix(facts),
      ...(facts.platform === 'linux'
        ? [
            copyFix(
              'Copy the command that allows it',
              command,
              `Lets every user listen from ${port} on, until the next start of the system.`,
            ),
          ]
        : []),
    ],
  };
};

export const tellReserved: Tell = (facts) => {
  const { port } = facts;
  const range = excludedRange(facts);
  const why = range
    ? `Windows keeps ${range.from}-${range.to} for itself, mostly for Hyper-V, WSL or Docker, so nobody may listen there although nothing does.`
    : 'The system does not permit to listen there, although nothing does: a rule of its own, a sandbox or another program keeps it.';
  return {
    severity: 'problem',
    headline: `The operating system reserves ${port}`,
    explanation: `${why} The ranges change when the machine starts.`,
    fixes: [
      ...otherPortFix(facts),
      ...(range
        ? [
            copyFix(
              'Copy the command that keeps it for you',
              `net stop winnat && netsh interface ipv4 add excludedportrange protocol=tcp startport=${port} numberofports=1 && net start winnat`,
              'As administrator. It interrupts the network of WSL and Hyper-V for a moment.',
            ),
          ]
        : []),
      checkAgainFix,
    ],
  };
};

export const tellDebuggerAttached: Tell = (facts) => {
  const holder = attachedDebugger(facts)?.holder ?? null;
  return {
    severity: 'attention',
    headline: `A debugger is attached to ${holder?.name ?? 'Java'} on ${facts.port}`,
    explanation: `${socketHolder(holder)} stops listening while a debugger is attached, so a second one is refused. Detach the first one, and the port opens again.`,
    fixes: [checkAgainFix, showFix(facts)],
  };
};

export const tellFreeNow: Tell = (facts) => ({
  severity: 'ok',
  headline: `${target(facts)} is free now`,
  explanation:
    'Nothing listens there and no connection uses it, so whatever held the port has let go of it. Start your program again.',
  fixes: [checkAgainFix],
});
