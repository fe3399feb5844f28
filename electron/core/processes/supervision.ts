import type { Platform } from '../../../shared/contract/host.ts';
import { isContainerProxy } from '../lib/is-container-proxy.ts';
import type { ProcessAncestor, ProcessFacts } from './process-reader.ts';
import { multiplexers, remoteLogins, terminals } from './program-names.ts';
import { nameOfKnownSupervisor, namesOf } from './supervisor.ts';

/** Who starts a program again, or a container that its port leads into. */
export interface Supervision {
  /** `systemd unit nginx.service`, `nodemon (pid 812)`, `container shop-db-1`. */
  readonly name: string;
  /** Its own way to stop, as one program with arguments; null where there is none. */
  readonly command: readonly string[] | null;
  /** False where it is known to leave the program ended. */
  readonly restarts: boolean;
  /** True where the process only passes a container's port on: ending it does harm and ends nothing. */
  readonly isProxy: boolean;
  /** Of the container, where it is one and its engine told. */
  readonly containerId?: string;
}

/** Words that supervisors leave in the environment of what they start. */
export type Marks = ReadonlyMap<string, string>;

export interface SupervisedProgram {
  readonly facts: ProcessFacts;
  /** Nearest first. */
  readonly ancestors: readonly ProcessAncestor[];
}

/** A container without a name: whoever knows more about containers was not asked or did not know this one. */
export function namelessContainer({ facts }: SupervisedProgram): Supervision | null {
  if (!isContainerProxy(facts)) return null;
  return { name: `container behind ${who(facts)}`, command: null, restarts: true, isProxy: true };
}

/**
 * The nearest ancestor whose work it is to start programs again. Looks no further than the terminal or login that
 * somebody works in: what is started from there is nobody's service, whoever keeps the terminal itself running.
 */
export function knownRestarter(program: SupervisedProgram, marks: Marks): Supervision | null {
  for (const ancestor of untilThePerson(program.ancestors)) {
    const name = nameOfKnownSupervisor(ancestor);
    if (name === null) continue;
    return {
      name: who({ name, pid: ancestor.pid }),
      command: stopCommand(name, ancestor, program, marks),
      restarts: true,
      isProxy: false,
    };
  }
  return null;
}

/** True when a service manager started it, and nobody from a terminal, over a login or at a time (cron). */
export function isOfItsService({ facts, ancestors }: SupervisedProgram): boolean {
  return facts.service !== null && untilThePerson(ancestors).length === ancestors.length;
}

/** A user's own systemd is not the first process of the system. */
export function isOfUserManager({ ancestors }: SupervisedProgram): boolean {
  const manager = ancestors.find(({ name }) => name === 'systemd');
  return manager !== undefined && manager.pid !== 1;
}

/** `restartPolicy` as systemd tells it in `Restart=`; null when it did not. */
export function systemdUnit(unit: string, isUsers: boolean, restartPolicy: string | null): Supervision {
  return {
    name: `systemd unit ${unit}`,
    command: isPlainName(unit) ? ['systemctl', ...(isUsers ? ['--user'] : []), 'stop', unit] : null,
    // What is not known may well be so. A watchdog restarts what hangs, not what ended.
    restarts: restartPolicy !== 'no' && restartPolicy !== 'on-watchdog',
    isProxy: false,
  };
}

/** Agents of a user live in the domain of his session; what runs as root is the system's. */
export function launchdService(label: string, uid: number | null, user: string | null): Supervision {
  const domain = user === 'root' || uid === null ? 'system' : `gui/${uid}`;
  const command = isPlainName(label) ? ['launchctl', 'bootout', `${domain}/${label}`] : null;
  return { name: `launchd service ${label}`, command, restarts: true, isProxy: false };
}

/** One svchost can run several services, and then none of them can be told from the others. */
export function windowsService(names: string): Supervision {
  const command = isPlainName(names) ? ['sc.exe', 'stop', names] : null;
  return { name: `Windows service ${names}`, command, restarts: true, isProxy: false };
}

export function serviceSupervision(
  platform: Platform,
  service: string,
  given: { isUsers: boolean; restartPolicy: string | null; uid: number | null; user: string | null },
): Supervision {
  switch (platform) {
    case 'linux':
      return systemdUnit(service, given.isUsers, given.restartPolicy);
    case 'darwin':
      return launchdService(service, given.uid, given.user);
    case 'win32':
      return windowsService(service);
  }
}

function stopCommand(
  name: string,
  ancestor: ProcessAncestor,
  { facts, ancestors }: SupervisedProgram,
  marks: Marks,
): readonly string[] | null {
  if (name === 'supervisord') return supervisorctl(ancestor, marks);
  if (/^pm2/i.test(name)) {
    const app = marks.get('name');
    return app !== undefined && marks.has('pm_id') && isPlainName(app) ? ['pm2', 'stop', app] : null;
  }
  const isItsChild = ancestors[0]?.pid === ancestor.pid;
  return name === 'forever' && isItsChild ? ['forever', 'stop', String(facts.pid)] : null;
}

/** With the configuration that supervisord itself was given: its tool looks in the usual places only. */
function supervisorctl({ command }: ProcessAncestor, marks: Marks): readonly string[] | null {
  const program = marks.get('SUPERVISOR_PROCESS_NAME');
  const group = marks.get('SUPERVISOR_GROUP_NAME') ?? program;
  if (program === undefined || group === undefined) return null;
  const target = group === program ? program : `${group}:${program}`;
  if (!isPlainName(target)) return null;
  const file = configurationOf(command);
  return ['supervisorctl', ...(file === null ? [] : ['-c', file]), 'stop', target];
}

/** A relative path means something only in the folder where supervisord was started. */
function configurationOf(command: readonly string[]): string | null {
  for (const [index, word] of command.entries()) {
    const file =
      word === '-c' || word === '--configuration'
        ? command[index + 1]
        : /^(?:--configuration=|-c)(.+)$/.exec(word)?.[1];
    if (file?.startsWith('/')) return file;
  }
  return null;
}

function untilThePerson(ancestors: readonly ProcessAncestor[]): readonly ProcessAncestor[] {
  const end = ancestors.findIndex((ancestor) =>
    namesOf(ancestor).some((name) => {
      const plain = name.replace(/^-/, '').toLowerCase();
      return (
        terminals.has(plain) || multiplexers.has(plain) || remoteLogins.has(plain) || schedulers.has(plain)
      );
    }),
  );
  return end < 0 ? ancestors : ancestors.slice(0, end);
}

const schedulers: ReadonlySet<string> = new Set(['cron', 'crond', 'atd', 'anacron']);

/** These names come from outside: none may turn into an option of the tool that it is given to. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_.@\\:][\p{L}\p{N}_.@\\: -]*$/u.test(name);
}

function who({ name, pid }: { readonly name: string; readonly pid: number }): string {
  return `${name} (pid ${pid})`;
}
