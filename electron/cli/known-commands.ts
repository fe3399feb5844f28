import type { Command } from './command.ts';

export interface KnownCommand {
  readonly name: string;
  readonly summary: string;
  /** Only the command that was asked for is loaded. */
  readonly load: () => Promise<Command>;
}

export const knownCommands: readonly KnownCommand[] = [
  {
    name: 'ls',
    summary: 'list every port that something listens on (the default)',
    load: async () => (await import('./commands/ls.ts')).ls,
  },
  {
    name: 'show',
    summary: 'everything known about one port',
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    name: 'kill',
    summary: 'end what listens on a port and say whether the port is free',
    load: async () => (await import('./commands/kill.ts')).kill,
  },
  {
    name: 'restart',
    summary: 'end what listens on a port and start it again as it was',
    load: async () => (await import('./commands/restart.ts')).restart,
  },
  {
    name: 'watch',
    summary: 'tell when ports open, close or change hands',
    load: async () => (await import('./commands/watch.ts')).watch,
  },
  {
    name: 'doctor',
    summary: 'say why a port, an address or an error does not work',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'free',
    summary: 'find ports that are free',
    load: async () => (await import('./commands/free.ts')).free,
  },
  {
    name: 'probe',
    summary: 'connect to a port, gently, and tell what answers',
    load: async () => (await import('./commands/probe.ts')).probe,
  },
  {
    name: 'serve',
    summary: 'serve a folder over HTTP until interrupted',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'web',
    summary: 'the interface in a browser',
    load: async () => (await import('./commands/web.ts')).web,
  },
];
