import { chmodSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../electron/core/lib/clock.ts';
import { openDarwinSource } from '../../electron/core/ports/darwin/open-darwin-source.ts';
import type { SocketChanges } from '../../electron/core/ports/port-source.ts';
import { readCapture } from '../helpers/captures.ts';
import { canRunScripts, printFile, ToolFolder } from '../helpers/tool-folder.ts';

// The tools of macOS, played by scripts that print captures: everything but the tools themselves is real.
let folder: ToolFolder;

beforeEach((context) => {
  context.skip(!canRunScripts, 'needs /bin/sh');
  folder = new ToolFolder();
  folder.put('tcp', readCapture('darwin/netstat-tcp-26-names.txt'));
  folder.put('udp', readCapture('darwin/netstat-udp-named.txt'));
  folder.put('lsof-output', '');
});
afterEach(() => folder?.remove());

/** Prints the file that is named like the protocol: `netstat -anvlW -p tcp`. */
const netstat = (script = printFile('$3')) => folder.write('netstat', script);
const lsof = (script = printFile('lsof-output')) => folder.write('lsof', script);
const tools = (overrides: { netstat?: string; lsof?: string; timeoutMs?: number } = {}) => ({
  netstat: overrides.netstat ?? netstat(),
  lsof: overrides.lsof ?? lsof(),
  timeoutMs: overrides.timeoutMs ?? 5_000,
});

const brief = ({ changed }: SocketChanges) =>
  changed.map(({ protocol, address, port, owners }) => [
    protocol,
    address,
    port,
    owners.map(({ pid }) => pid),
  ]);

/** A clock whose elapsed time the test moves. */
function movableClock(): Clock & { elapsedMs: number } {
  return {
    elapsedMs: 0,
    now: () => 0,
    elapsed() {
      return this.elapsedMs;
    },
    after: systemClock.after,
  };
}

describe('netstat', () => {
  test('is the source where it works, for TCP and UDP', async () => {
    const { source, fallbackReason } = await openDarwinSource(tools());
    expect([source.name, fallbackReason]).toEqual(['netstat', null]);
    const changes = await source.scan();
    expect(changes.changed).toHaveLength(15);
    expect(brief(changes)).toContainEqual(['tcp', '::1', 7679, [1341]]);
    expect(brief(changes)).toContainEqual(['udp', '0.0.0.0', 5353, [21865]]);
    expect(new Set(folder.calls('netstat'))).toEqual(new Set(['-anvlW -p tcp', '-anvlW -p udp']));
    source.close();
  });

  test('tells only what changed', async () => {
    const { source } = await openDarwinSource(tools());
    await source.scan();
    expect(await source.scan()).toEqual({ changed: [], removed: [] });
    folder.put('tcp', readCapture('darwin/netstat-tcp-26.4.txt'));
    const changes = await source.scan();
    expect(changes.changed.map(({ port }) => port)).toEqual([51836, 3283, 49615, 88]);
    expect(changes.removed).toHaveLength(14);
  });

  test('a scan that fails throws, and the next one goes on from before', async () => {
    const { source } = await openDarwinSource(tools());
    await source.scan();
    netstat('echo "netstat: sysctl: net.inet.tcp.pcblist_n: Operation not permitted" >&2; exit 1');
    await expect(source.scan()).rejects.toThrow('Operation not permitted');
    netstat();
    expect(await source.scan()).toEqual({ changed: [], removed: [] });
  });

  test('that hangs is killed, and the scan throws', async () => {
    const options = tools({ timeoutMs: 300 });
    const { source } = await openDarwinSource(options);
    netstat('exec sleep 60');
    await expect(source.scan()).rejects.toMatchObject({ name: 'CommandError', reason: 'timeout' });
  });

  test('one of two failing makes the whole scan fail: half a list would say that the rest is gone', async () => {
    const { source } = await openDarwinSource(tools());
    netstat('if [ "$3" = udp ]; then echo broken >&2; exit 1; fi; cat "$(dirname "$0")/tcp"');
    await expect(source.scan()).rejects.toThrow('-p udp');
  });

  test('without any UDP socket is no failure', async () => {
    folder.put('udp', '');
    const { source } = await openDarwinSource(tools());
    expect((await source.scan()).changed).toHaveLength(14);
  });
});

describe('fallback to lsof alone', () => {
  beforeEach(() => folder.put('lsof-output', readCapture('darwin/lsof-fields-26.txt')));

  test.each([
    ['missing', () => folder.missing('nowhere'), 'is not installed'],
    [
      'not executable',
      () => {
        const file = netstat();
        chmodSync(file, 0o644);
        return file;
      },
      'may not be run',
    ],
    [
      'refused by the sandbox',
      () => netstat('echo "netstat: Operation not permitted" >&2'),
      'Operation not permitted',
    ],
    [
      'of another kind, without pids',
      () => netstat('echo "Proto Recv-Q Send-Q  Local Address  Foreign Address  (state)"'),
      'no process numbers',
    ],
    ['hanging', () => netstat('exec sleep 60'), 'took longer'],
    ['talking nonsense', () => netstat('head -c 5000 /dev/urandom'), 'no process numbers'],
  ])('netstat %s', async (_, prepare, reason) => {
    const { source, fallbackReason } = await openDarwinSource(
      tools({ netstat: prepare(), timeoutMs: 1_000 }),
    );
    expect(source.name).toBe('lsof');
    expect(fallbackReason).toContain(reason);
    expect(brief(await source.scan())).toEqual([['tcp', '::', 38123, [54256]]]);
    expect(await source.scan()).toEqual({ changed: [], removed: [] });
  });

  test('throws when lsof is missing, too', async () => {
    const paths = { netstat: folder.missing('a'), lsof: folder.missing('b'), timeoutMs: 1_000 };
    await expect(openDarwinSource(paths)).rejects.toThrow('lsof ended with 127');
  });

  test('a process with several descriptors of one address is one socket', async () => {
    folder.put('lsof-output', readCapture('darwin/lsof-fields-pvw.txt'));
    const { source } = await openDarwinSource(tools({ netstat: folder.missing('nowhere') }));
    expect(brief(await source.scan())).toEqual([
      ['tcp', '0.0.0.0', 57607, [783]],
      ['tcp', '0.0.0.0', 5000, [866]],
      ['tcp', '0.0.0.0', 7000, [866]],
    ]);
  });
});

describe('lsof beside netstat', () => {
  // Constructed: a socket that netstat cannot name, and one that a forked pair shares.
  const rows = [
    'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)          rxbytes      txbytes  rhiwat  shiwat          process:pid    state  options           gencnt',
    'tcp4       0      0  127.0.0.1.3000         *.*                    LISTEN                 0            0  131072  131072                 :0      00100 00000006 0000000000000001',
    'tcp4       0      0  *.4000                 *.*                    LISTEN                 0            0  131072  131072 Code Helper (Plu:20     00100 00000006 0000000000000002',
    '',
  ].join('\n');
  const holders =
    'p10\0cnode\0u501\0\nf4\0tIPv4\0d0xa\0PTCP\0n127.0.0.1:3000\0TST=LISTEN\0\n' +
    'p20\0cCode Helper (Plugin)\0u501\0\nf4\0tIPv4\0d0xb\0PTCP\0n*:4000\0TST=LISTEN\0\n' +
    'p21\0cCode Helper (Plugin)\0u501\0\nf4\0tIPv4\0d0xb\0PTCP\0n*:4000\0TST=LISTEN\0\n';

  beforeEach(() => {
    folder.put('tcp', rows);
    folder.put('udp', '');
    folder.put('lsof-output', holders);
  });

  test('names in the first answer what netstat cannot', async () => {
    const { source } = await openDarwinSource(tools());
    const { changed } = await source.scan();
    expect(changed).toMatchObject([
      { port: 3000, uid: 501, ownersHidden: false, owners: [{ pid: 10, name: 'node' }] },
      { port: 4000, owners: [{ pid: 20, name: 'Code Helper (Plugin)' }, { pid: 21 }] },
    ]);
  });

  test('is not asked with every scan', async () => {
    const clock = movableClock();
    const { source } = await openDarwinSource(tools(), clock);
    for (let scan = 0; scan < 30; scan += 1) {
      await source.scan();
      clock.elapsedMs += 1_000;
    }
    expect(folder.calls('lsof')).toHaveLength(1);
  });

  test('is given few descriptors to sweep', async () => {
    const { source } = await openDarwinSource(
      tools({ lsof: lsof(`ulimit -n > "$0.limit"; ${printFile('lsof-output')}`) }),
    );
    await source.scan();
    expect(readFileSync(`${folder.path}/lsof.limit`, 'utf8').trim()).toBe('256');
  });

  test.each([
    ['missing', () => folder.missing('nowhere')],
    ['hanging', () => lsof('exec sleep 60')],
    ['failing', () => lsof('exit 3')],
    ['finding nothing', () => lsof('exit 1')],
  ])('%s costs only the names it would have told', async (_, prepare) => {
    const { source } = await openDarwinSource(tools({ lsof: prepare(), timeoutMs: 1_000 }));
    const { changed } = await source.scan();
    expect(changed).toMatchObject([
      { port: 3000, owners: [], ownersHidden: true },
      { port: 4000, owners: [{ pid: 20, name: null }], ownersHidden: false },
    ]);
  });
});
