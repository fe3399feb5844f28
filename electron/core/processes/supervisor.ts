import { isDeepStrictEqual } from 'node:util';
import type { Platform } from '../../../shared/contract/host.ts';
import type { ProcessAncestor, ProcessFacts } from './process-reader.ts';

/** What is known of a program that held a port, before or after. */
export interface KnownProgram {
  readonly facts: ProcessFacts;
  readonly ancestors: readonly ProcessAncestor[];
}

/** Programs whose work it is to start others again. */
const supervisors = [
  { name: /^nodemon$/, stop: 'end it' },
  { name: /^(pm2|PM2 v\S+: God Daemon.*)$/, stop: 'use `pm2 stop`' },
  { name: /^supervisord$/, stop: 'use `supervisorctl stop`' },
  {
    name: /^(forever|monit|circusd|runsv|s6-supervise|daemontools|supervise|dinit|overmind|foreman|honcho|hivemind|goreman|process-compose|watchexec|entr|air|reflex|cargo-watch|bacon|watchmedo)$/,
    stop: 'end it',
  },
  { name: /^(containerd-shim\S*|docker-proxy|dockerd|conmon)$/, stop: 'stop the container' },
] as const;

/** Scripts run by an interpreter that is all the kernel names: `node /usr/bin/nodemon`, `python3 supervisord`. */
const scriptInterpreters = /^(node|bun|deno|python[\d.]*|ruby)$/;

/** The first processes of a system or of a session, which start services and adopt orphans. */
const serviceManager = /^(systemd|init|launchd|services\.exe|dinit|runit|openrc-init|tini|dumb-init)$/;

/**
 * The same program, or one of the same supervisor. Two programs of one shell are no relatives; what its parent starts
 * again may have other arguments.
 */
export function isRespawn(before: KnownProgram, after: KnownProgram): boolean {
  return (
    isSameProgram(before.facts, after.facts) ||
    (sharesParent(before, after) && isSameScript(before.facts, after.facts)) ||
    sharesService(before, after) ||
    knownSupervisor(before, after) !== null
  );
}

export interface Supervisor {
  /** `systemd unit nginx.service`, `nodemon (pid 812)`. */
  readonly name: string;
  /** What to do so that the port stays free, as the end of a sentence. */
  readonly advice: string;
}

/** Who started it again, null when that cannot be told. */
export function nameSupervisor(
  before: KnownProgram,
  after: KnownProgram,
  platform: Platform,
): Supervisor | null {
  return knownSupervisor(before, after) ?? service(before, after, platform) ?? parent(before, after);
}

function isSameProgram(before: ProcessFacts, after: ProcessFacts): boolean {
  return runsSameFile(before, after) && isDeepStrictEqual(before.command, after.command);
}

/** The same by its first two words: `node server.js`, `python3 -m`. */
function isSameScript(before: ProcessFacts, after: ProcessFacts): boolean {
  return (
    runsSameFile(before, after) && isDeepStrictEqual(before.command.slice(0, 2), after.command.slice(0, 2))
  );
}

function runsSameFile(before: ProcessFacts, after: ProcessFacts): boolean {
  const isKnown = before.executable !== null && after.executable !== null;
  return before.name === after.name && (!isKnown || before.executable === after.executable);
}

function sharesService(before: KnownProgram, after: KnownProgram): boolean {
  return (
    isStartedByServiceManager(before) &&
    before.facts.service !== null &&
    before.facts.service === after.facts.service
  );
}

/** Init is the parent of every orphan, which makes them no relatives. */
function sharesParent(before: KnownProgram, after: KnownProgram): boolean {
  const [one] = before.ancestors;
  return (
    one !== undefined &&
    one.pid === after.ancestors[0]?.pid &&
    !serviceManager.test(one.name) &&
    one.pid !== 1
  );
}

function knownSupervisor(before: KnownProgram, after: KnownProgram): Supervisor | null {
  for (const ancestor of after.ancestors) {
    if (!before.ancestors.some(({ pid }) => pid === ancestor.pid)) continue;
    for (const { name, stop } of supervisors) {
      const label = namesOf(ancestor).find((one) => name.test(one));
      if (label) return { name: `${label} (pid ${ancestor.pid})`, advice: stop };
    }
  }
  return null;
}

/** How this process is called as a supervisor, null when it is none. */
export function nameOfKnownSupervisor(ancestor: ProcessAncestor): string | null {
  const names = namesOf(ancestor);
  return names.find((one) => supervisors.some(({ name }) => name.test(one))) ?? null;
}

/** Its name, and that of the script which it runs. */
export function namesOf(ancestor: ProcessAncestor): readonly string[] {
  const script = scriptInterpreters.test(ancestor.name) ? ancestor.command[1] : undefined;
  const base = script
    ?.split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[cm]?js$/, '');
  // forever keeps each program with a script of its own: .../forever/bin/monitor.
  if (base === 'monitor' && /[\\/]forever[\\/]/.test(script ?? '')) return [ancestor.name, 'forever'];
  return base ? [ancestor.name, base] : [ancestor.name];
}

function isStartedByServiceManager({ ancestors }: KnownProgram): boolean {
  const [nearest] = ancestors;
  return nearest === undefined || nearest.pid === 1 || serviceManager.test(nearest.name);
}

function service(before: KnownProgram, after: KnownProgram, platform: Platform): Supervisor | null {
  const name = after.facts.service;
  if (name === null || !sharesService(before, after)) return null;
  switch (platform) {
    case 'linux':
      return {
        name: `systemd unit ${name}`,
        advice: `use \`systemctl ${isUserUnit(after) ? '--user ' : ''}stop ${name}\``,
      };
    case 'darwin':
      return { name: `launchd service ${name}`, advice: `use \`launchctl bootout\` with ${name}` };
    case 'win32':
      return { name: `Windows service ${name}`, advice: `use \`sc stop ${name}\`` };
  }
}

/** A user's own systemd is not the first process. */
function isUserUnit({ ancestors }: KnownProgram): boolean {
  return ancestors[0] !== undefined && ancestors[0].pid !== 1;
}

function parent(before: KnownProgram, after: KnownProgram): Supervisor | null {
  const [nearest] = after.ancestors;
  if (!nearest || !sharesParent(before, after)) return null;
  return { name: `${nearest.name} (pid ${nearest.pid})`, advice: 'end it' };
}
