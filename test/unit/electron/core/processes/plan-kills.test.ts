import { describe, expect, test } from 'vitest';
import type { ContainerOf } from '../../../../../electron/core/processes/find-supervision.ts';
import { toWireIdentity } from '../../../../../electron/core/processes/identity.ts';
import { type PlanDependencies, planKills } from '../../../../../electron/core/processes/plan-kills.ts';
import { noSupervisorTools } from '../../../../../electron/core/processes/supervisor-tools.ts';
import { killPlanSchema } from '../../../../../shared/contract/kill-plan.ts';
import { FakeMachine } from '../../../../fakes/fake-machine.ts';

async function plan(
  machine: FakeMachine,
  wanted: Readonly<Record<number, readonly number[]>>,
  changes: Partial<PlanDependencies> = {},
) {
  const targets = Object.entries(wanted).map(([port, pids]) => ({
    port: Number(port),
    protocol: 'tcp' as const,
    owners: pids.map((pid) => toWireIdentity({ pid, startTime: 1000 })),
  }));
  const document = await planKills(
    { targets },
    {
      platform: 'linux',
      processes: machine,
      families: machine,
      ports: machine,
      control: machine,
      supervisors: noSupervisorTools,
      ownPid: 1_000_000,
      uid: 1000,
      privileged: false,
      protectedNames: () => [],
      ...changes,
    },
  );
  return killPlanSchema.parse(document);
}

function machine(): FakeMachine {
  const made = new FakeMachine();
  made.start(812, 1000, 3000);
  return made;
}

describe('planKills', () => {
  test('needs consent where the process holds another port, and names it', async () => {
    const made = machine();
    made.start(812, 1000, 24_678);
    expect(await plan(made, { 3000: [812] })).toMatchObject({
      needsConsent: true,
      targets: [{ verdict: 'end', alsoCloses: [{ protocol: 'tcp', address: '127.0.0.1', port: 24_678 }] }],
    });
  });

  test('needs none where the other port was named as well', async () => {
    const made = machine();
    made.start(812, 1000, 3001);
    expect(await plan(made, { 3000: [812], 3001: [812] })).toMatchObject({ needsConsent: false });
  });

  test('does not say that a port closes that somebody else holds too', async () => {
    const made = machine();
    made.start(812, 1000, 3001);
    made.start(813, 1000, 3001);
    expect((await plan(made, { 3000: [812] })).targets[0]?.alsoCloses).toEqual([]);
  });

  test('keeps a child that holds the port and was not chosen', async () => {
    const made = machine();
    made.start(813, 1000, 3000, { parentPid: 812 });
    const { targets } = await plan(made, { 3000: [812] });
    expect(targets[0]?.processes.map(({ pid }) => pid)).toEqual([812]);
    expect(targets[0]?.reason).toContain('node (pid 813), which you did not choose');
  });

  test.each([
    ['a shell that somebody types into', { name: 'bash', command: ['-bash'] }, []],
    ['a protected program', { name: 'postgres', command: ['postgres'] }, ['postgres']],
  ])('keeps a child that is %s', async (_, child, names) => {
    const made = machine();
    made.start(813, 1000, 0, { parentPid: 812, ...child });
    const { targets } = await plan(made, { 3000: [812] }, { protectedNames: () => names });
    expect(targets[0]?.processes.map(({ pid }) => pid)).toEqual([812]);
  });

  test("names the command that ends another user's process", async () => {
    const made = machine();
    made.denied.add(812);
    expect(await plan(made, { 3000: [812] })).toMatchObject({
      needsConsent: false,
      targets: [{ verdict: 'denied', elevated: 'sudo berth kill 3000' }],
    });
  });

  test('has no command for more rights on Windows, but a sentence', async () => {
    const made = machine();
    made.denied.add(812);
    const { targets } = await plan(made, { 3000: [812] }, { platform: 'win32' });
    expect(targets).toMatchObject([{ verdict: 'denied', elevated: null }]);
    expect(targets[0]?.reason).toContain('administrator');
  });

  test('says whose a hidden holder is', async () => {
    const made = new FakeMachine();
    made.holding.set(80, [{ hidden: true, user: 'root' }]);
    const { targets } = await plan(made, { 80: [812] });
    expect(targets).toMatchObject([{ verdict: 'hidden', elevated: 'sudo berth kill 80' }]);
    expect(targets[0]?.reason).toContain('user root');
  });

  test('says that nobody holds the port, or another one', async () => {
    const made = new FakeMachine();
    made.start(812, 5000, 3000);
    const { targets } = await plan(made, { 3000: [812], 3001: [812] });
    expect(targets.map(({ verdict }) => verdict)).toEqual(['replaced', 'gone']);
  });

  test('ends a unit that is not started again, and says so', async () => {
    const made = new FakeMachine();
    made.start(1, 1, 0, { name: 'systemd', parentPid: 0 });
    made.start(812, 1000, 3000, { service: 'web.service', parentPid: 1 });
    const policy = (restart: string) => ({
      supervisors: { ...noSupervisorTools, restartPolicy: async () => restart },
    });
    expect(await plan(made, { 3000: [812] }, policy('no'))).toMatchObject({
      needsConsent: false,
      targets: [{ verdict: 'end', supervisor: { name: 'systemd unit web.service' } }],
    });
    const { targets } = await plan(made, { 3000: [812] }, policy('always'));
    expect(targets).toMatchObject([
      { verdict: 'stop-instead', supervisor: { command: ['systemctl', 'stop', 'web.service'] } },
    ]);
  });

  test('stops a container by its own command', async () => {
    const containerOf: ContainerOf = () => ({
      name: 'shop-db-1',
      id: 'c0ffee',
      stopCommand: ['docker', 'stop', 'shop-db-1'],
    });
    expect(await plan(machine(), { 3000: [812] }, { containerOf })).toMatchObject({
      needsConsent: true,
      targets: [
        {
          verdict: 'stop-instead',
          supervisor: { name: 'container shop-db-1', command: ['docker', 'stop', 'shop-db-1'] },
        },
      ],
    });
  });
});
