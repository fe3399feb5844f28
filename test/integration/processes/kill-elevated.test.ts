import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseProcessControl } from '../../../electron/core/processes/choose-process-control.ts';
import { createDarwinElevation } from '../../../electron/core/processes/darwin/darwin-elevation.ts';
import { createDarwinProcessReader } from '../../../electron/core/processes/darwin/darwin-process-reader.ts';
import { toWireIdentity } from '../../../electron/core/processes/identity.ts';
import { killPorts } from '../../../electron/core/processes/kill.ts';
import type { PortView } from '../../../electron/core/processes/port-view.ts';
import type { KillRequest } from '../../../shared/contract/kill.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import {
  canListen,
  isAlive,
  kill,
  killDependencies,
  plan,
  type RealDependencies,
  realPorts,
} from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { ToolFolder } from '../../helpers/tool-folder.ts';

// Real processes and ports, read with the ps that macOS has too, so that start times are to the second as there. Who may
// end whom is told, and a program stands in for osascript: it runs the script as a person's agreement would.

const lsof = ['/usr/sbin/lsof', '/usr/bin/lsof'].find(existsSync) ?? '';
const tools = { ps: '/bin/ps', lsof, launchctl: '/bin/launchctl', id: '/usr/bin/id', timeoutMs: 10_000 };
const processes = createDarwinProcessReader(tools);

const agreeing = 'while [ "$1" = -e ]; do shift 2; done; exec /bin/sh -c "$1"';
const cancelling = 'echo "0:78: execution error: User canceled. (-128)" >&2; exit 1';

const ports: PortView = {
  ...realPorts,
  async holders(port, protocol) {
    const found = await realPorts.holders(port, protocol);
    return found.map((one) => (one.hidden ? one : { ...one, startTime: null }));
  },
};

/** A machine on which nobody may be ended without an administrator. */
function machine(answer: string, denied: (pid: number) => boolean = () => true) {
  const folder = new ToolFolder();
  onTestFinished(() => folder.remove());
  const changes: Partial<RealDependencies> = {
    platform: 'darwin',
    privileged: false,
    processes,
    ports,
    families: { list: async () => [] },
    control: { ...chooseProcessControl('linux'), isDenied: denied },
    elevation: createDarwinElevation(folder.write('osascript', answer)),
  };
  return { changes, asked: () => folder.calls('osascript') };
}

async function requestOf(
  port: number,
  pid: number,
  changes: Partial<KillRequest> = {},
): Promise<KillRequest> {
  const identities = await processes.identify([pid]);
  const owners = [...identities.values()].map(toWireIdentity);
  return { targets: [{ port, protocol: 'tcp', owners }], force: false, ...changes };
}

describe.skipIf(!isLinux)('a kill that needs an administrator', () => {
  test('is planned with what would end, the command and the system to ask', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing);
    const { targets } = await plan(await requestOf(told.port, told.pid), changes);
    expect(targets).toMatchObject([
      {
        verdict: 'denied',
        elevation: 'system',
        elevated: `sudo berth kill ${told.port}`,
        processes: [{ pid: told.pid, role: 'owner' }],
      },
    ]);
    expect(asked()).toEqual([]);
  });

  test('never asks where nobody chose that', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing);
    for (const request of [{}, { force: true }, { elevate: false }]) {
      const result = await kill(await requestOf(told.port, told.pid, request), changes);
      expect(result).toMatchObject({ outcome: 'denied', signals: [] });
    }
    expect(asked()).toEqual([]);
    expect(isAlive(told.pid)).toBe(true);
  });

  test('does not ask where rights are not missing', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing, () => false);
    const result = await kill(await requestOf(told.port, told.pid, { elevate: true }), changes);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
    expect(asked()).toEqual([]);
  });

  test('frees the port once it is agreed to, and names in the prompt what ends', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing);
    const result = await kill(await requestOf(told.port, told.pid, { elevate: true }), changes);
    expect(result).toMatchObject({
      outcome: 'freed',
      signals: ['SIGTERM'],
      processes: [{ pid: told.pid, ended: true }],
    });
    expect(await canListen(told.port)).toBe(true);
    expect(asked().join('\n')).toMatch(
      new RegExp(`Berth is about to end \\S+ \\(pid ${told.pid}\\) to free port ${told.port}\\.`),
    );
  });

  test('tells that it had to be forced', async () => {
    const { told } = await startProgram('ignore-terminate.mjs');
    const { changes } = machine(agreeing);
    const result = await kill(await requestOf(told.port, told.pid, { elevate: true, force: true }), changes);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGKILL'] });
  });

  test('is denied, and says so, when the prompt is cancelled', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes } = machine(cancelling);
    const result = await kill(await requestOf(told.port, told.pid, { elevate: true }), changes);
    expect(result).toMatchObject({ outcome: 'denied', signals: [] });
    expect(result.message).toContain('the request for an administrator was cancelled, so nothing was ended');
    expect(isAlive(told.pid)).toBe(true);
  });

  test('leaves alone who took the pid meanwhile', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing);
    const request = await requestOf(told.port, told.pid, { elevate: true });
    const [target] = request.targets;
    const owners = [{ pid: told.pid, startTime: '2020-01-02T03:04:05.000Z' }];
    const other = { ...request, targets: [{ port: told.port, protocol: 'tcp' as const, owners }] };
    expect(target).toBeDefined();
    expect(await kill(other, changes)).toMatchObject({ outcome: 'replaced' });
    expect(asked()).toEqual([]);
    expect(isAlive(told.pid)).toBe(true);
  });

  test('never ends what only passes the port of a container on', async () => {
    const { told } = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing);
    const request = await requestOf(told.port, told.pid, { elevate: true });
    const proxied: Partial<RealDependencies> = {
      ...changes,
      processes: {
        ...processes,
        identify: (pids) => processes.identify(pids),
        ancestors: (pid) => processes.ancestors(pid),
        userName: (uid) => processes.userName(uid),
        async describe(identities) {
          const facts = await processes.describe(identities);
          return new Map([...facts].map(([pid, one]) => [pid, { ...one, name: 'docker-proxy' }]));
        },
      },
    };
    const result = await kill(request, proxied);
    expect(result).toMatchObject({ outcome: 'refused', signals: [] });
    expect(asked()).toEqual([]);
    expect(isAlive(told.pid)).toBe(true);
  });

  test('asks once for several ports, and ends what needs nobody meanwhile', async () => {
    const [one, two] = [await startProgram('listen.mjs'), await startProgram('listen.mjs')];
    const own = await startProgram('listen.mjs');
    const { changes, asked } = machine(agreeing, (pid) => pid !== own.pid);
    const requests = await Promise.all(
      [one, two, own].map(({ told }) => requestOf(told.port, told.pid, { elevate: true })),
    );
    const targets = requests.flatMap((request) => request.targets);
    const report = await killPorts({ targets, force: false, elevate: true }, killDependencies(changes));
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['freed', 'freed', 'freed']);
    expect(asked().filter((line) => line.includes('with administrator privileges'))).toHaveLength(1);
    expect(asked().join('\n')).not.toContain(`same ${own.pid} `);
  });

  test('names who started it again', async () => {
    const { pid: parent, told } = await startProgram('respawn.mjs');
    const { changes } = machine(agreeing);
    const result = await kill(await requestOf(told.port, told.pid, { elevate: true }), changes);
    expect(result).toMatchObject({ outcome: 'respawned', supervisor: `node (pid ${parent})` });
  });
});
