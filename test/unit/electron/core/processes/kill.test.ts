import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../electron/core/lib/clock.ts';
import type { ContainerOf } from '../../../../../electron/core/processes/find-supervision.ts';
import { toWireIdentity } from '../../../../../electron/core/processes/identity.ts';
import { killPorts } from '../../../../../electron/core/processes/kill.ts';
import type { KillTiming } from '../../../../../electron/core/processes/kill-timing.ts';
import { noSupervisorTools } from '../../../../../electron/core/processes/supervisor-tools.ts';
import type { KillTarget } from '../../../../../shared/contract/kill.ts';
import { type KillProgress, killProgressSchema } from '../../../../../shared/contract/kill-plan.ts';
import { FakeMachine } from '../../../../fakes/fake-machine.ts';

const timing: KillTiming = {
  graceMs: 30,
  longestGraceMs: 120,
  extensionMs: 20,
  forceMs: 30,
  respawnWatchMs: 3,
  shortWatchMs: 1,
  supervisedWatchMs: 5,
  firstPollMs: 1,
  longestPollMs: 5,
  lookPause: 5,
  readAttempts: 5,
};

function target(port: number, pid: number, startTime: number): KillTarget {
  return { port, protocol: 'tcp', owners: [toWireIdentity({ pid, startTime })] };
}

interface Options {
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly timing?: KillTiming;
  readonly containerOf?: ContainerOf;
  readonly onProgress?: (progress: KillProgress) => void;
}

async function kill(machine: FakeMachine, targets: readonly KillTarget[], options: Options = {}) {
  const report = await killPorts(
    { targets: [...targets], force: options.force ?? false, runId: 'run' },
    {
      platform: 'linux',
      processes: machine,
      ports: machine,
      control: machine,
      families: machine,
      supervisors: noSupervisorTools,
      uid: 1000,
      clock: systemClock,
      ownPid: 1_000_000,
      protectedNames: () => [],
      timing: options.timing ?? timing,
      ...(options.containerOf && { containerOf: options.containerOf }),
    },
    { signal: options.signal, ...(options.onProgress && { onProgress: options.onProgress }) },
  );
  return report.results;
}

describe('killPorts with a pid that is used again', () => {
  test('sends nothing when the process was replaced between the plan and the signal', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.beforeIdentify = () => {
      machine.end(812);
      machine.start(812, 2000, 4000);
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(machine.received).toEqual([]);
    expect(result).toMatchObject({ outcome: 'freed', signals: [], processes: [{ ended: true }] });
  });

  test('does not force what took the pid after the graceful signal', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.beforeIdentify = (count) => {
      if (count !== 4) return;
      machine.end(812);
      machine.start(812, 2000, 3000, { name: 'python3', executable: '/usr/bin/python3' });
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(machine.received).toEqual(['SIGTERM 812@1000']);
    expect(result).toMatchObject({ outcome: 'taken', newOwner: { pid: 812, name: 'python3' } });
  });

  test('sends no signal to a stranger however the pids fall, a thousand times', async () => {
    for (let round = 1; round <= 1000; round += 1) {
      const machine = new FakeMachine();
      machine.start(812, 1000, 3000);
      machine.beforeIdentify = (count) => {
        if (count !== 1 + (round % 3)) return;
        machine.end(812);
        machine.start(812, 1000 + round, 3000);
      };
      await kill(machine, [target(3000, 812, 1000)], { force: round % 2 === 0 });
      expect(machine.received.filter((line) => !line.endsWith('@1000'))).toEqual([]);
    }
  });
});

describe('killPorts', () => {
  test('forces after the grace what does not let go of its port', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] });
  });

  test('does not force before the longest grace what has let go of its port', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = (name) => {
      if (name === 'SIGTERM') machine.letGo(812, 3000);
      return 'sent';
    };
    setTimeout(() => machine.end(812), 80);
    const patient = { timing: { ...timing, longestGraceMs: 5000 } };
    const [result] = await kill(machine, [target(3000, 812, 1000)], patient);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
  });

  test('does not force a parent while its children leave', async () => {
    const machine = new FakeMachine();
    machine.start(10, 1000, 3000);
    machine.start(11, 1000, 3000, { parentPid: 10 });
    machine.start(12, 1000, 3000, { parentPid: 10 });
    machine.onSignal = (_, pid) => {
      if (pid !== 10) machine.letGo(pid, 3000);
      setTimeout(() => machine.end(pid), pid === 11 ? 200 : pid === 12 ? 450 : 600);
      return 'sent';
    };
    const owners = [10, 11, 12].map((pid) => toWireIdentity({ pid, startTime: 1000 }));
    const slow = { ...timing, graceMs: 300, extensionMs: 200, longestGraceMs: 5000 };
    const [result] = await kill(machine, [{ port: 3000, protocol: 'tcp', owners }], { timing: slow });
    expect(machine.received).toEqual(['SIGTERM 11@1000', 'SIGTERM 12@1000', 'SIGTERM 10@1000']);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
  });

  test('forces at the longest grace what never ends', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = () => {
      machine.letGo(812, 3000);
      return 'sent';
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM', 'SIGKILL'] });
  });

  test('says that a process survived even force', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.end = () => undefined;
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(result).toMatchObject({ outcome: 'survived', processes: [{ ended: false }] });
  });

  test('goes to force at once where asking is of no use', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = (name) => (name === 'SIGTERM' ? 'useless' : 'sent');
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGKILL'] });
  });

  test('says whose process it is when the signal is not permitted', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000, { user: 'bob' });
    machine.onSignal = () => 'denied';
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(result).toMatchObject({ outcome: 'denied', signals: [] });
    expect(result?.message).toContain('belongs to user bob');
  });

  test('gives a process that holds several of the ports each signal once', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.start(812, 1000, 3001);
    machine.onSignal = (name) => {
      if (name === 'SIGTERM') setTimeout(() => machine.end(812), 5);
      return 'sent';
    };
    const results = await kill(machine, [target(3000, 812, 1000), target(3001, 812, 1000)]);
    expect(machine.received).toEqual(['SIGTERM 812@1000']);
    expect(results.map(({ port, outcome }) => [port, outcome])).toEqual([
      [3000, 'freed'],
      [3001, 'freed'],
    ]);
  });

  test('looks up the start time of a holder of which only the pid is told', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.holding.set(3000, [{ hidden: false, pid: 812, startTime: null, name: 'node' }]);
    const [result] = await kill(machine, [target(3000, 812, 1000)], { force: true });
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGKILL'] });
  });

  test('says that a hidden holder is left when the visible one has ended', async () => {
    const machine = new FakeMachine();
    machine.holding.set(3000, [{ hidden: true, user: 'root' }]);
    machine.start(812, 1000, 3000);
    const [result] = await kill(machine, [target(3000, 812, 1000)], { force: true });
    expect(result).toMatchObject({ outcome: 'denied', processes: [{ pid: 812, ended: true }] });
    expect(result?.message).toContain('belongs to user root');
  });

  test('blames nobody who has ended for a port that is held', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = () => {
      machine.holding.set(3000, [{ hidden: false, pid: 900, startTime: 5000, name: 'ghost' }]);
      return 'sent';
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)], { force: true });
    expect(result).toMatchObject({ outcome: 'taken', newOwner: null });
  });

  test('waits for a holder who has ended to go from the list', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = () => {
      machine.holding.set(3000, [{ hidden: false, pid: 900, startTime: 5000, name: 'ghost' }]);
      setTimeout(() => machine.letGo(900, 3000), 20);
      return 'sent';
    };
    const patient = { force: true, timing: { ...timing, respawnWatchMs: 200 } };
    const [result] = await kill(machine, [target(3000, 812, 1000)], patient);
    expect(result).toMatchObject({ outcome: 'freed' });
  });

  test('reads the ports again when that failed after a signal', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    let failures = 0;
    const holders = machine.holders.bind(machine);
    machine.holders = async (port) => {
      if (machine.received.length === 0 || failures === 2) return holders(port);
      failures += 1;
      throw new Error('the tables changed while they were read');
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)], { force: true });
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGKILL'] });
    expect(failures).toBe(2);
  });

  test('promises nothing when the ports cannot be read', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.holders = () => Promise.reject(new Error('unreadable'));
    await expect(kill(machine, [target(3000, 812, 1000)])).rejects.toThrow('unreadable');
    expect(machine.received).toEqual([]);
  });

  test('sends nothing when it was called off before', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    const [result] = await kill(machine, [target(3000, 812, 1000)], {
      force: true,
      signal: AbortSignal.abort(),
    });
    expect(machine.received).toEqual([]);
    expect(result).toMatchObject({ outcome: 'survived', signals: [] });
    expect(result?.message).toContain('before anything was sent');
  });

  test('sends nothing after it was called off', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    const abort = new AbortController();
    machine.onSignal = () => {
      abort.abort();
      return 'sent';
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)], { signal: abort.signal });
    expect(machine.received).toEqual(['SIGTERM 812@1000']);
    expect(result).toMatchObject({ outcome: 'survived' });
  });
});

describe('killPorts with what a process started', () => {
  test('asks children before their parent and tells of both', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.start(813, 1000, 0, { parentPid: 812 });
    machine.onSignal = (_, pid) => {
      setTimeout(() => machine.end(pid), 3);
      return 'sent';
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(machine.received).toEqual(['SIGTERM 813@1000', 'SIGTERM 812@1000']);
    expect(result).toMatchObject({ outcome: 'freed', processes: [{ pid: 813 }, { pid: 812 }] });
  });

  test('does not force a child while its owner is shutting down', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.start(813, 1000, 0, { parentPid: 812 });
    machine.onSignal = () => {
      machine.letGo(812, 3000);
      return 'sent';
    };
    setTimeout(() => machine.end(813), 90);
    setTimeout(() => machine.end(812), 95);
    const patient = { timing: { ...timing, longestGraceMs: 5000 } };
    const [result] = await kill(machine, [target(3000, 812, 1000)], patient);
    expect(result).toMatchObject({ outcome: 'freed', signals: ['SIGTERM'] });
  });

  test('forces a child that outlives its owner', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.start(813, 1000, 0, { parentPid: 812 });
    machine.onSignal = (name, pid) => {
      if (name === 'SIGTERM' && pid === 812) machine.end(812);
      return 'sent';
    };
    const [result] = await kill(machine, [target(3000, 812, 1000)]);
    expect(machine.received.at(-1)).toBe('SIGKILL 813@1000');
    expect(result).toMatchObject({ outcome: 'freed', processes: [{ ended: true }, { ended: true }] });
  });

  test("never ends what passes on a container's port, and names how to stop that", async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000, { name: 'docker-proxy' });
    const containerOf = () => ({
      name: 'shop-db-1',
      id: 'c0ffee',
      stopCommand: ['docker', 'stop', 'shop-db-1'],
    });
    const [result] = await kill(machine, [target(3000, 812, 1000)], { containerOf, force: true });
    expect(machine.received).toEqual([]);
    expect(result).toMatchObject({
      outcome: 'refused',
      supervisor: 'container shop-db-1',
      supervisorCommand: ['docker', 'stop', 'shop-db-1'],
    });
    expect(result?.message).toContain('`docker stop shop-db-1`');
  });
});

describe('the progress of a kill', () => {
  test('tells that it is shutting down and when it will be forced at the latest', async () => {
    const machine = new FakeMachine();
    machine.start(812, 1000, 3000);
    machine.onSignal = () => {
      machine.letGo(812, 3000);
      return 'sent';
    };
    const heard: KillProgress[] = [];
    await kill(machine, [target(3000, 812, 1000)], { onProgress: (progress) => heard.push(progress) });
    expect(heard.map(({ stage }) => stage)).toEqual(['asked', 'closing', 'forcing', 'watching']);
    const [asked, closing, forcing] = heard;
    expect(closing?.forceAtMs).toBeGreaterThan(asked?.forceAtMs ?? 0);
    expect(forcing?.forceAtMs).toBeNull();
    for (const progress of heard) expect(killProgressSchema.parse(progress).runId).toBe('run');
  });
});
