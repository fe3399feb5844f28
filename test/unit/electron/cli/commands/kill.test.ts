import { describe, expect, it } from 'vitest';
import { killDocumentSchema, killPlanDocumentSchema } from '../../../../../shared/contract/documents.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { type CliRun, cliWith } from '../../../../helpers/run-cli-with.ts';

const shop = aProcess(812);
const api = aProcess(813, { name: 'python3', startTime: '2026-01-02T03:30:00.000Z' });
const browser = aProcess(900, { name: 'chromium' });

const scene = (change: Parameters<typeof cliWith>[0] = () => undefined) =>
  cliWith((core, terminal) => {
    core.processes = [shop, api, browser];
    core.listeners = [aListener(3000, [shop])];
    change(core, terminal);
  });

const results = ({ terminal }: CliRun) => killDocumentSchema.parse(JSON.parse(terminal.outText)).results;

describe('kill', () => {
  it('ends the plain process of a port without a question', async () => {
    const cli = scene();
    expect(await cli.run('kill 3000')).toBe(0);
    expect(cli.core.killed).toEqual([
      {
        targets: [{ port: 3000, protocol: 'tcp', owners: [{ pid: 812, startTime: shop.startTime }] }],
        force: false,
      },
    ]);
    expect(cli.terminal.out).toEqual(['3000 is freed.']);
    expect(cli.terminal.questions).toEqual([]);
  });

  it('prints one document of its schema', async () => {
    const cli = scene();
    expect(await cli.run('kill 3000 --json')).toBe(0);
    expect(results(cli)).toMatchObject([{ port: 3000, outcome: 'freed', signals: ['SIGTERM'] }]);
  });

  it.each(['survived', 'respawned', 'taken', 'denied', 'replaced', 'refused'] as const)(
    'answers 1 when the port is not free: %s',
    async (outcome) => {
      const cli = scene((core) => {
        core.killOutcome = outcome;
      });
      expect(await cli.run('kill 3000')).toBe(1);
    },
  );

  it('answers 0 and says so when nothing listens', async () => {
    const cli = scene();
    expect(await cli.run('kill 4000')).toBe(0);
    expect(cli.terminal.out).toEqual(['Port 4000 is free: nothing listened on it.']);
    expect(cli.core.killed).toEqual([]);
  });

  it('reports every port once, in the order asked', async () => {
    const cli = scene((core) => {
      core.listeners = [aListener(3000, [shop]), aListener(3001, [api])];
    });
    expect(await cli.run('kill 4000 3001 3000 3001 --json')).toBe(0);
    expect(results(cli).map(({ port, outcome }) => [port, outcome])).toEqual([
      [4000, 'gone'],
      [3001, 'freed'],
      [3000, 'freed'],
    ]);
  });

  it('passes --force on', async () => {
    const cli = scene();
    await cli.run('kill --force 3000');
    expect(cli.core.killed[0]?.force).toBe(true);
  });

  it('passes the interrupt on, so that Ctrl-C ends the waiting', async () => {
    const cli = scene();
    await cli.run('kill 3000');
    expect(cli.core.killSignal?.aborted).toBe(false);
    cli.terminal.interrupt();
    expect(cli.core.killSignal?.aborted).toBe(true);
  });

  it('never ends the owner of a UDP socket with the same number as a TCP listener', async () => {
    const cli = scene((core) => {
      core.listeners = [aListener(3000, [browser], { protocol: 'udp' }), aListener(3000, [shop])];
    });
    expect(await cli.run('kill 3000')).toBe(0);
    expect(cli.core.killed[0]?.targets).toMatchObject([{ protocol: 'tcp', owners: [{ pid: 812 }] }]);
  });

  it('ends the owner of a UDP socket where no TCP listener is', async () => {
    const cli = scene((core) => {
      core.listeners = [aListener(5353, [api], { protocol: 'udp' })];
    });
    expect(await cli.run('kill 5353')).toBe(0);
    expect(cli.core.killed[0]?.targets).toMatchObject([{ protocol: 'udp', owners: [{ pid: 813 }] }]);
  });

  it('says whose a port is when its owner is hidden', async () => {
    const cli = scene((core) => {
      core.listeners = [aListener(631, [], { ownersHidden: true, socketUser: 'root' })];
    });
    expect(await cli.run('kill 631 --json')).toBe(1);
    expect(results(cli)).toMatchObject([{ port: 631, outcome: 'denied' }]);
    expect(results(cli)[0]?.message).toMatch(/user root.*sudo/);
    expect(cli.core.killed).toEqual([]);
  });
});

it('kill does not send a privileged user to sudo', async () => {
  const cli = scene((core) => {
    core.host = { ...core.host, privileged: true };
    core.listeners = [aListener(2049, [], { ownersHidden: true, socketUser: 'root' })];
  });
  expect(await cli.run('kill 2049')).toBe(1);
  expect(cli.terminal.outText).toContain('another namespace');
  expect(cli.terminal.outText).not.toContain('sudo');
});

describe('kill of more than the obvious', () => {
  const family = (change: Parameters<typeof cliWith>[0] = () => undefined) =>
    scene((core, terminal) => {
      core.listeners = [aListener(3000, [shop]), aListener(3000, [api], { address: '::1' })];
      change(core, terminal);
    });
  const holdingMore = () =>
    scene((core) => {
      core.listeners = [aListener(3000, [shop]), aListener(24_678, [shop])];
      const alsoCloses = [{ protocol: 'tcp' as const, address: '127.0.0.1', port: 24_678 }];
      core.plans.set(3000, { alsoCloses });
    });

  it('refuses in a script, shows what would end, and names --yes', async () => {
    const cli = family();
    expect(await cli.run('kill 3000 --json')).toBe(1);
    expect(results(cli)).toMatchObject([{ port: 3000, outcome: 'refused' }]);
    expect(results(cli)[0]?.message).toContain('--yes');
    expect(cli.terminal.messageText).toContain('node (pid 812)');
    expect(cli.terminal.messageText).toContain('python3 (pid 813)');
    expect(cli.core.killed).toEqual([]);
  });

  it('ends all of them with --yes', async () => {
    const cli = family();
    expect(await cli.run('kill 3000 --yes')).toBe(0);
    expect(cli.core.killed[0]?.targets).toMatchObject([{ owners: [{ pid: 812 }, { pid: 813 }] }]);
  });

  it('asks about a process that holds other ports too, and names them', async () => {
    const cli = holdingMore();
    expect(await cli.run('kill 3000')).toBe(1);
    expect(cli.terminal.messageText).toContain('would close: tcp 127.0.0.1:24678');
    expect(cli.core.killed).toEqual([]);
  });

  it('asks at a terminal and goes on after yes', async () => {
    const cli = family((_core, terminal) => {
      terminal.answer = true;
    });
    expect(await cli.run('kill 3000')).toBe(0);
    expect(cli.terminal.questions).toHaveLength(1);
    expect(cli.core.killed).toHaveLength(1);
  });

  it('ends nothing after no', async () => {
    const cli = family((_core, terminal) => {
      terminal.answer = false;
    });
    expect(await cli.run('kill 3000')).toBe(1);
    expect(cli.core.killed).toEqual([]);
    expect(cli.terminal.outText).toContain('you said no');
  });
});

describe('kill --pid', () => {
  const held = () =>
    scene((core) => {
      core.listeners = [aListener(3000, [shop, api]), aListener(5353, [shop], { protocol: 'udp' })];
    });

  it('ends only that process, for all that it listens on', async () => {
    const cli = held();
    expect(await cli.run('kill --pid 812')).toBe(0);
    const owners = [{ pid: 812, startTime: shop.startTime }];
    expect(cli.core.killed[0]?.targets).toEqual([
      { port: 3000, protocol: 'tcp', owners },
      { port: 5353, protocol: 'udp', owners },
    ]);
  });

  it.each([
    ['2026-01-02T03:04:05.670Z', 0],
    ['2026-01-02T03:04:07.600Z', 0],
    ['2026-01-02T04:04:04+01:00', 0],
    ['2026-01-02T03:04:07.700Z', 1],
    ['2025-01-02T03:04:05.670Z', 1],
  ])('--started %s answers %i', async (started, exitCode) => {
    const cli = held();
    expect(await cli.run(`kill --pid 812 --json --started ${started}`)).toBe(exitCode);
    const outcomes = results(cli).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(exitCode === 0 ? ['freed', 'freed'] : ['replaced', 'replaced']);
    expect(cli.core.killed).toHaveLength(exitCode === 0 ? 1 : 0);
  });

  it('has nothing to end where the process listens on nothing', async () => {
    const cli = held();
    expect(await cli.run('kill --pid 900 --json')).toBe(0);
    expect(results(cli)).toEqual([]);
    expect(cli.terminal.messages).toEqual(['Process 900 listens on nothing: there was nothing to end.']);
  });
});

describe('kill --project', () => {
  const project = (name: string, root: string) => ({ name, root, manifest: 'package.json', branch: null });
  const web = aProcess(701, { project: project('shop', '/srv/shop') });
  const worker = aProcess(702, { project: project('shop', '/srv/shop') });
  const other = aProcess(703, { project: project('blog', '/srv/blog') });
  const many = () =>
    scene((core) => {
      core.processes = [web, worker, other];
      core.listeners = [
        aListener(3001, [worker]),
        aListener(3000, [web, other]),
        aListener(5353, [web], { protocol: 'udp' }),
        aListener(4000, [other]),
      ];
    });

  it.each(['shop', '/srv/shop', '/srv/shop/'])(
    'ends every TCP listener of %s and of no other',
    async (name) => {
      const cli = many();
      expect(await cli.run(`kill --project ${name} --yes`)).toBe(0);
      expect(cli.core.killed[0]?.targets).toMatchObject([
        { port: 3000, protocol: 'tcp', owners: [{ pid: 701 }] },
        { port: 3001, protocol: 'tcp', owners: [{ pid: 702 }] },
      ]);
    },
  );

  it('asks before it ends more than one process', async () => {
    const cli = many();
    expect(await cli.run('kill --project shop')).toBe(1);
    expect(cli.core.killed).toEqual([]);
    expect(cli.terminal.messageText).toContain('node (pid 702)');
  });

  it('says so when nothing of it listens', async () => {
    const cli = many();
    expect(await cli.run('kill --project shops')).toBe(0);
    expect(cli.terminal.messageText).toContain('No TCP listener belongs to a project shops');
  });

  it('does not go together with ports', async () => {
    expect(await many().run('kill 3000 --project shop')).toBe(2);
  });
});

describe('kill --dry-run', () => {
  const plan = ({ terminal }: CliRun) => killPlanDocumentSchema.parse(JSON.parse(terminal.outText));

  it('prints the plan as one document and ends nothing', async () => {
    const cli = scene();
    expect(await cli.run('kill 3000 4000 --dry-run --json')).toBe(0);
    expect(plan(cli)).toMatchObject({
      needsConsent: false,
      targets: [
        { port: 3000, verdict: 'end', processes: [{ pid: 812, role: 'owner' }] },
        { port: 4000, verdict: 'gone' },
      ],
    });
    expect(cli.core.killed).toEqual([]);
  });

  it.each(['stop-instead', 'denied', 'hidden', 'refused', 'replaced'] as const)(
    'answers 1 when it could not be ended for good: %s',
    async (verdict) => {
      const cli = scene((core) => {
        core.plans.set(3000, { verdict, reason: 'Because.' });
      });
      expect(await cli.run('kill 3000 --dry-run')).toBe(1);
      expect(cli.terminal.outText).toContain('Port 3000: Because.');
      expect(cli.core.killed).toEqual([]);
    },
  );

  it('shows what a process started and what would close', async () => {
    const cli = scene((core) => {
      const role = 'child' as const;
      const child = { pid: 813, startTime: api.startTime, name: 'esbuild', user: 'maya', role };
      core.plans.set(3000, {
        processes: [child],
        alsoCloses: [{ protocol: 'tcp', address: '::1', port: 24_678 }],
      });
    });
    await cli.run('kill 3000 --dry-run');
    expect(cli.terminal.outText).toContain('esbuild (pid 813)  started by it');
    expect(cli.terminal.outText).toContain('tcp [::1]:24678');
  });
});

describe('kill by the plan', () => {
  describe('with an administrator', () => {
    const denied = (core: CliRun['core']) => {
      core.host = { ...core.host, platform: 'darwin' };
      core.plans.set(3000, {
        verdict: 'denied',
        reason: 'Not yours: run `sudo berth kill 3000`.',
        elevated: 'sudo berth kill 3000',
        elevation: 'system',
      });
    };

    it('offers to ask for one, and does not ask by itself', async () => {
      const cli = scene(denied);
      expect(await cli.run('kill 3000 --force --yes')).toBe(1);
      expect(cli.core.killed).toEqual([]);
      expect(cli.terminal.outText).toContain('`sudo berth kill 3000`');
      expect(cli.terminal.outText).toContain('`berth kill 3000 --elevate`');
    });

    it('asks when told to', async () => {
      const cli = scene(denied);
      expect(await cli.run('kill 3000 --elevate')).toBe(0);
      expect(cli.core.killed).toMatchObject([{ targets: [{ port: 3000 }], force: false, elevate: true }]);
    });

    it('wants consent for more than one plain process', async () => {
      const cli = scene((core) => {
        denied(core);
        core.plans.set(3000, {
          ...core.plans.get(3000),
          supervisor: { name: 'launchd service org.nginx', command: null },
        });
      });
      expect(await cli.run('kill 3000 --elevate')).toBe(1);
      expect(cli.core.killed).toEqual([]);
      expect(await cli.run('kill 3000 --elevate --yes')).toBe(0);
    });

    it('counts as possible in a plan that may ask', async () => {
      expect(await scene(denied).run('kill 3000 --dry-run')).toBe(1);
      expect(await scene(denied).run('kill 3000 --dry-run --elevate')).toBe(0);
    });

    it('is told of sudo where the system has no prompt of its own', async () => {
      const cli = scene((core) => {
        denied(core);
        core.host = { ...core.host, platform: 'linux' };
        core.plans.set(3000, { ...core.plans.get(3000), elevation: 'command' });
      });
      expect(await cli.run('kill 3000 --elevate')).toBe(1);
      expect(cli.core.killed).toEqual([]);
      expect(cli.terminal.messageText).toContain('sudo');
    });
  });

  describe('of a container', () => {
    const container = {
      id: 'c0ffee',
      name: 'db',
      image: 'postgres:17',
      composeProject: null,
      composeService: null,
    };
    const behind = (owner: ReturnType<typeof aProcess> | null) =>
      scene((core) => {
        core.processes = owner ? [owner] : [];
        const listener = aListener(3000, owner ? [owner] : []);
        core.listeners = [{ ...listener, ownersHidden: owner === null, container }];
        core.plans.set(3000, {
          verdict: 'stop-instead',
          supervisor: { name: 'container db', command: ['docker', 'stop', 'db'] },
        });
      });

    it('names it where nobody who holds the port can be seen', async () => {
      const cli = behind(null);
      expect(await cli.run('kill 3000 --yes')).toBe(0);
      expect(cli.core.killed).toMatchObject([{ targets: [{ port: 3000, owners: [], container: 'c0ffee' }] }]);
    });

    it('stops none without consent', async () => {
      const cli = behind(null);
      expect(await cli.run('kill 3000')).toBe(1);
      expect(cli.core.killed).toEqual([]);
    });

    it('names it where a proxy holds the port', async () => {
      const cli = behind(aProcess(900, { name: 'docker-proxy' }));
      await cli.run('kill 3000 --yes');
      expect(cli.core.killed).toMatchObject([{ targets: [{ owners: [{ pid: 900 }], container: 'c0ffee' }] }]);
    });

    it('names none where a program of its own holds the port', async () => {
      const cli = behind(shop);
      await cli.run('kill 3000 --yes');
      expect(cli.core.killed[0]?.targets[0]).not.toHaveProperty('container');
    });
  });

  it('does not try what the plan says is denied, and passes on how it could be done', async () => {
    const cli = scene((core) => {
      core.plans.set(3000, { verdict: 'denied', reason: 'Not yours: run `sudo berth kill 3000`.' });
    });
    expect(await cli.run('kill 3000')).toBe(1);
    expect(cli.terminal.out).toEqual(['Not yours: run `sudo berth kill 3000`.']);
    expect(cli.core.killed).toEqual([]);
  });

  it('ends what would come back only with --yes', async () => {
    const cli = scene((core) => {
      core.plans.set(3000, { verdict: 'stop-instead' });
    });
    expect(await cli.run('kill 3000')).toBe(1);
    expect(cli.core.killed).toEqual([]);
    expect(await cli.run('kill 3000 --yes')).toBe(0);
    expect(cli.core.killed).toHaveLength(1);
  });

  it('says at a terminal why it still waits', async () => {
    const cli = scene((core, terminal) => {
      terminal.answer = true;
      core.progress = [
        { port: 3000, protocol: 'tcp', stage: 'closing', waitedMs: 1000, forceAtMs: 30_000 },
        { port: 3000, protocol: 'tcp', stage: 'forcing', waitedMs: 30_000, forceAtMs: null },
      ];
    });
    await cli.run('kill 3000');
    expect(cli.terminal.messageText).toContain('Port 3000: shutting down; it will be forced in 29 s');
    expect(cli.terminal.messageText).toContain('Port 3000: forcing');
  });
});
