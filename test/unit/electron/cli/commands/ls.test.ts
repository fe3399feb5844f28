import { describe, expect, it } from 'vitest';
import { listDocumentSchema } from '../../../../../shared/contract/documents.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { cliWith } from '../../../../helpers/run-cli-with.ts';

const shop = aProcess(812, {
  project: { name: 'shop', root: '/srv/shop', manifest: 'package.json', branch: 'main' },
});
const worker = aProcess(900, { name: 'python3' });

const scene = () =>
  cliWith((core) => {
    core.processes = [shop, worker];
    core.listeners = [
      aListener(8000, [shop], { address: '0.0.0.0', reach: 'network' }),
      aListener(3000, [shop, worker]),
      aListener(5353, [worker], { protocol: 'udp' }),
      aListener(631, [], { ownersHidden: true, socketUser: 'root' }),
    ];
  });

const lines = (text: string) => text.split('\n').map((line) => line.trim().split(/\s{2,}/));

describe('ls', () => {
  it('prints a row for every listener in the order of ports', async () => {
    const { run, terminal } = scene();
    expect(await run('ls')).toBe(0);
    expect(lines(terminal.outText)).toEqual([
      ['PORT', 'PROTO', 'ADDRESS', 'REACH', 'PROCESS', 'PID', 'USER', 'PROJECT', 'UP'],
      ['631', 'tcp', '127.0.0.1', 'machine', '(hidden)', '-', 'root', '-', '-'],
      ['3000', 'tcp', '127.0.0.1', 'machine', 'node, python3', '812,900', 'maya', 'shop (main)', '1h'],
      ['5353', 'udp', '127.0.0.1', 'machine', 'python3', '900', 'maya', '-', '1h'],
      ['8000', 'tcp', '0.0.0.0', 'network', 'node', '812', 'maya', 'shop (main)', '1h'],
    ]);
  });

  it('says in one line how to see hidden owners', async () => {
    const { run, terminal } = scene();
    await run('ls');
    expect(terminal.messages).toEqual([
      '1 listener is held by somebody whom this user may not see: running berth ls once with sudo shows who.',
    ]);
  });

  it('does not send a privileged user to sudo', async () => {
    const { run, terminal, core } = scene();
    core.host = { ...core.host, privileged: true };
    await run('ls');
    expect(terminal.messageText).toContain('another namespace');
    expect(terminal.messageText).not.toContain('sudo');
  });

  it.each([
    ['ls --udp', [5353]],
    ['ls --tcp', [631, 3000, 8000]],
    ['ls --reach network', [8000]],
    ['ls --tcp --reach machine', [631, 3000]],
  ])('%s keeps only what was asked for', async (line, ports) => {
    const { run, terminal } = scene();
    expect(await run(`${line} --json`)).toBe(0);
    const document = listDocumentSchema.parse(JSON.parse(terminal.outText));
    expect(document.listeners.map((listener) => listener.port)).toEqual(ports);
  });

  it('prints one JSON document of its schema and not a word more', async () => {
    const { run, terminal } = scene();
    expect(await run('ls --json')).toBe(0);
    expect(terminal.out).toHaveLength(1);
    expect(terminal.messages).toEqual([]);
    const document = listDocumentSchema.parse(JSON.parse(terminal.outText));
    expect(document.listeners.find(({ port }) => port === 3000)?.owners.map(({ pid }) => pid)).toEqual([
      812, 900,
    ]);
  });

  it('shows a hostile name escaped', async () => {
    const { run, terminal, core } = scene();
    core.processes = [{ ...shop, name: 'a\x1b]0;owned\x07\nb' }];
    core.listeners = [aListener(3000, [shop])];
    await run('ls');
    expect(terminal.outText.split('\n')).toHaveLength(2);
    expect(terminal.outText).toContain('a\\x1b]0;owned\\x07\\nb');
  });

  it('names three owners of a family and counts the others', async () => {
    const { run, terminal, core } = scene();
    core.processes = [1, 2, 3, 4, 5].map((pid) => aProcess(pid));
    core.listeners = [aListener(3000, core.processes)];
    await run('ls');
    expect(terminal.outText).toContain('1,2,3,+2');
  });

  it('colours only when the terminal has colours', async () => {
    const bare = scene();
    await bare.run('ls');
    expect(bare.terminal.outText).not.toContain('\x1b');
    const coloured = scene();
    coloured.terminal.hasColours = true;
    await coloured.run('ls');
    expect(coloured.terminal.outText).toContain('\x1b[33mnetwork\x1b[39m');
  });

  it('says so when nothing listens', async () => {
    const { run, terminal } = cliWith();
    expect(await run('ls')).toBe(0);
    expect(terminal.messages).toEqual(['Nothing listens here that fits.']);
  });
});
