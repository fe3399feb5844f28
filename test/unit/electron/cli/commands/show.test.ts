import { describe, expect, it } from 'vitest';
import { showDocumentSchema } from '../../../../../shared/contract/documents.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { cliWith } from '../../../../helpers/run-cli-with.ts';

const shop = aProcess(812, {
  command: ['node', 'my server.js', '--port', '3000'],
  parents: [
    { pid: 700, name: 'zsh' },
    { pid: 1, name: 'systemd' },
  ],
  origin: 'from zsh in Terminal',
  project: { name: 'shop', root: '/srv/shop', manifest: 'package.json', branch: 'main' },
});

const scene = () =>
  cliWith((core) => {
    core.processes = [shop];
    core.facts = { range: 'registered', serviceName: 'hbci', label: 'gateway' };
    core.listeners = [aListener(3000, [shop]), aListener(24_678, [shop], { address: '::1' })];
  });

describe('show', () => {
  it('tells everything known about the port', async () => {
    const { run, terminal } = scene();
    expect(await run('show 3000')).toBe(0);
    const text = terminal.outText;
    expect(text).toContain(
      'Port 3000, which you call "gateway": a registered port (1024-49151), registered by IANA as hbci.',
    );
    expect(text).toContain('tcp 127.0.0.1:3000  only this machine can reach it');
    expect(text).toMatch(/held by +node \(pid 812\), user maya/);
    expect(text).toMatch(/command +node "my server\.js" --port 3000/);
    expect(text).toMatch(/folder +\/srv\/shop/);
    expect(text).toMatch(/started +2026-01-\d\d \d\d:04:05 \(1h ago\), from zsh in Terminal/);
    expect(text).toMatch(/parents +zsh \(700\) < systemd \(1\)/);
    expect(text).toMatch(/project +shop, branch main, in \/srv\/shop/);
    expect(text).toMatch(/also on +tcp \[::1\]:24678/);
  });

  it('prints the document of its schema', async () => {
    const { run, terminal } = scene();
    expect(await run('show 3000 --json')).toBe(0);
    const document = showDocumentSchema.parse(JSON.parse(terminal.outText));
    expect(document).toMatchObject({
      port: 3000,
      range: 'registered',
      serviceName: 'hbci',
      label: 'gateway',
    });
    expect(document.listeners).toHaveLength(1);
  });

  it('answers 1 and says so when nothing listens', async () => {
    const { run, terminal } = scene();
    expect(await run('show 4000')).toBe(1);
    expect(terminal.messages).toEqual(['Nothing listens on port 4000.']);
  });

  it('prints a document without listeners when nothing listens', async () => {
    const { run, terminal } = scene();
    expect(await run('show 4000 --json')).toBe(1);
    expect(showDocumentSchema.parse(JSON.parse(terminal.outText)).listeners).toEqual([]);
  });

  it('says whose a hidden owner is', async () => {
    const { run, terminal, core } = scene();
    core.listeners = [aListener(631, [], { ownersHidden: true, socketUser: 'root' })];
    expect(await run('show 631')).toBe(0);
    expect(terminal.outText).toContain(
      'held by somebody whom this user may not see; the socket belongs to user root',
    );
    expect(terminal.messageText).toContain('sudo');
  });

  it('shows a hostile command line escaped', async () => {
    const { run, terminal, core } = scene();
    core.processes = [{ ...shop, command: ['node', '\x1b[2J'], cwd: '/tmp/\u202egnp.exe' }];
    await run('show 3000');
    expect(terminal.outText).toContain('node \\x1b[2J');
    expect(terminal.outText).toContain('/tmp/\\u202egnp.exe');
  });
});
