import type { ProcessAncestor, ProcessFacts } from '../../electron/core/processes/process-reader.ts';

/** Facts of a process of which only some matter. */
export function facts(changes: Partial<ProcessFacts> = {}): ProcessFacts {
  return {
    pid: 812,
    startTime: 1_700_000_000_000,
    name: 'node',
    parentPid: 700,
    command: ['node', 'server.js'],
    executable: '/usr/bin/node',
    cwd: '/srv/app',
    user: 'ann',
    service: null,
    ...changes,
  };
}

/** Ancestors by name, nearest first, from pid 700 downwards; the last is pid 1 when it is the first process. */
export function ancestors(...names: readonly string[]): readonly ProcessAncestor[] {
  return names.map((name, index) => ({
    pid: ['systemd', 'launchd', 'init'].includes(name) && index === names.length - 1 ? 1 : 700 - index,
    name,
    command: [name],
    executable: null,
  }));
}
