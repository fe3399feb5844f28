import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tryToListen } from '../../../electron/core/doctor/try-to-listen.ts';
import type { Diagnosis } from '../../../shared/contract/doctor.ts';
import { bundleForNode } from '../../helpers/bundle-for-node.ts';
import { startProgram as startAny } from '../../helpers/hold-ports.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { python } from '../../helpers/start-python.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { diagnose } from './diagnose.ts';
import { makeCertificate } from './make-certificate.ts';

const nobody = 65_534;
const isRoot = isLinux && process.getuid?.() === 0;
const mayUnshare = isRoot && spawnSync('unshare', ['-n', 'true']).status === 0;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!isLinux) console.warn('SKIPPED: the causes of the doctor are built on Linux.');
if (!isRoot)
  console.warn(
    'SKIPPED: only root can become another user, so hidden owners and low ports were not diagnosed.',
  );
if (!mayUnshare)
  console.warn(
    'SKIPPED: no namespace can be made here, so neither other networks nor localhost with both families was diagnosed.',
  );
if (!hasOpenssl) console.warn('SKIPPED: openssl makes the certificate for the port that speaks TLS.');

const inUse = (port: number) => `Error: listen EADDRINUSE: address already in use 127.0.0.1:${port}`;
const refused = (port: number) => `Error: connect ECONNREFUSED 127.0.0.1:${port}`;

/** A web server in a program of its own, for Berth never connects to itself. */
async function answer(host: string, port = 0, files: readonly string[] = []): Promise<number> {
  const { told } = await startProgram('answer.mjs', { args: [host, String(port), ...files] });
  return told.port;
}

async function holdOddly(way: string, port = 0): Promise<number> {
  const { told } = await startProgram<{ port: number }>('hold_oddly.py', {
    args: [way, String(port)],
    interpreter: python,
  });
  return told.port;
}

function check({ checks }: Diagnosis, id: string) {
  return checks.find((one) => one.id === id);
}

describe.skipIf(!isLinux)('the doctor on a cause that is really there', () => {
  it('finds that nothing listens', async () => {
    const found = await diagnose(refused(await ownPort()));
    expect(found).toMatchObject({ cause: 'nothing-listens', severity: 'problem' });
    expect(check(found, 'can-be-taken')?.state).toBe('ok');
  });

  it('finds who holds a port that another program wants', async () => {
    const { told } = await startProgram('listen.mjs');
    const found = await diagnose(inUse(told.port));
    expect(found.cause).toBe('someone-else-listens');
    expect(check(found, 'something-listens')?.evidence).toContain(`PID ${told.pid}`);
    expect(found.fixes[0]).toMatchObject({ kind: 'kill', label: 'Kill node' });
  });

  it('finds that another program took the port of the debugger', async () => {
    const { told } = await startProgram('listen.mjs');
    const found = await diagnose(
      `Disconnected from the target VM, address: '127.0.0.1:${told.port}', transport: 'socket'`,
      false,
    );
    expect(found).toMatchObject({
      cause: 'someone-else-listens',
      headline: "Another program took the debugger's port",
    });
    expect(check(found, 'expected-program')?.evidence).toBe('expected Java debugger, found node');
  });

  it('finds that it listens over IPv4 only', async () => {
    const port = await answer('127.0.0.1');
    const found = await diagnose(`Error: connect ECONNREFUSED ::1:${port}`);
    expect(found.cause).toBe('other-family');
    expect(found.headline).toContain('IPv4 only');
  });

  it('finds that it listens over IPv6 only', async () => {
    const port = await answer('::1');
    const found = await diagnose(`curl: (7) Failed to connect to 127.0.0.1 port ${port}: Connection refused`);
    expect(found.cause).toBe('other-family');
    expect(found.fixes[0]).toMatchObject({ kind: 'open', url: `http://[::1]:${port}` });
  });

  it('finds that it listens on another address', async () => {
    const port = await answer('127.0.0.2');
    expect((await diagnose(refused(port))).cause).toBe('other-address');
  });

  it('finds that it listens and never answers', async () => {
    const port = await holdOddly('silent');
    const found = await diagnose(`curl: (28) Operation timed out, http://127.0.0.1:${port}`);
    expect(found.cause).toBe('never-answers');
    expect(check(found, 'accepts')?.state).toBe('ok');
    expect(check(found, 'answers')?.evidence).toMatch(/^no reply in/);
  });

  it.skipIf(!hasOpenssl)('finds that HTTP was spoken to a port with TLS', async () => {
    const port = await answer('127.0.0.1', 0, await makeCertificate());
    const found = await diagnose(`$ curl http://127.0.0.1:${port}\ncurl: (52) Empty reply from server`);
    expect(found.cause).toBe('wrong-protocol');
    expect(found.fixes[0]).toMatchObject({ kind: 'open', url: `https://127.0.0.1:${port}` });
  });

  it('finds that TLS was spoken to a port with plain HTTP', async () => {
    const port = await answer('127.0.0.1');
    const found = await diagnose(`https://127.0.0.1:${port}/ net::ERR_SSL_PROTOCOL_ERROR`);
    expect(found).toMatchObject({
      cause: 'wrong-protocol',
      headline: `127.0.0.1:${port} speaks http, not https`,
    });
  });

  it('is content with a server that answers', async () => {
    const port = await answer('127.0.0.1');
    expect(await diagnose(`http://127.0.0.1:${port}`)).toMatchObject({ cause: 'healthy', severity: 'ok' });
  });

  it('finds what is left of a closed connection', async () => {
    const port = await holdOddly('closed');
    const found = await diagnose(inUse(port));
    expect(found.cause).toBe('time-wait');
    expect(check(found, 'other-connections')?.evidence).toMatch(/^closed, in TIME_WAIT, \d+ seconds? to go$/);
    expect(await tryToListen(port, '127.0.0.1')).toBe('EADDRINUSE');
  });

  it('finds an outgoing connection that holds the port', async () => {
    const port = await holdOddly('outgoing');
    const found = await diagnose(inUse(port));
    expect(found.cause).toBe('outgoing-connection');
    expect(check(found, 'other-connections')?.evidence).toMatch(/^python\S*, PID \d+$/);
    expect(await tryToListen(port, '127.0.0.1')).toBe('EADDRINUSE');
  });

  it('finds a port that is bound and not listened on, and who it may be', async () => {
    const { told, pid } = await startProgram<{ port: number }>('hold_oddly.py', {
      args: ['bound'],
      interpreter: python,
    });
    const found = await diagnose(inUse(told.port));
    expect(found.cause).toBe('bound-not-listening');
    expect(check(found, 'can-be-taken')?.state).toBe('problem');
    expect(found.explanation).toContain(`PID ${pid}`);
  });

  it('finds that the port is one of those for outgoing connections', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const reserved = check(await diagnose(`127.0.0.1:${port}`, false), 'reserved-port');
    expect(reserved).toMatchObject({ state: 'attention' });
    expect(reserved?.evidence).toMatch(/it gives \d+-\d+ to outgoing connections/);
  });

  it('finds that an address is not one of this machine', async () => {
    const port = await ownPort();
    const found = await diagnose(`Error: listen EADDRNOTAVAIL: address not available 192.0.2.77:${port}`);
    expect(found).toMatchObject({ cause: 'not-local', severity: 'problem' });
  });

  it('is content when what held the port has let go', async () => {
    expect(await diagnose(inUse(await ownPort()))).toMatchObject({ cause: 'healthy', severity: 'ok' });
  });

  it('looks for nothing where no port is named', async () => {
    expect(await diagnose('it does not work')).toMatchObject({
      cause: 'not-understood',
      checks: [],
      fixes: [],
    });
  });
});

describe.skipIf(!isRoot)('the doctor about other users', () => {
  it('finds that only root may listen on a low port', async () => {
    const port = await freeLowPort();
    const program = `require('node:net').createServer().listen(${port}, '127.0.0.1')`;
    const { stderr } = spawnSync(process.execPath, ['-e', program], {
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
    });
    expect(stderr).toContain('EACCES');
    const found = await diagnose(stderr);
    expect(found).toMatchObject({ cause: 'privileged-port', headline: `Only root may listen on ${port}` });
  });

  it('finds that the owner may not be seen, as that user', async () => {
    const { told } = await startProgram('listen.mjs');
    const doctor = await bundleForNode('diagnose-one.ts');
    const { told: found } = await startProgram<Diagnosis>(doctor, { args: [inUse(told.port)], uid: nobody });
    expect(found.cause).toBe('hidden-owner');
    expect(found.headline).toContain('user root');
    expect(found.fixes[0]).toMatchObject({ kind: 'copy-command', command: `sudo berth show ${told.port}` });
  });
});

describe.skipIf(!mayUnshare)('the doctor in and about namespaces', () => {
  it('finds that localhost leads to another program, where the name has both families', async () => {
    const port = await answer('::1');
    await holdOddly('silent', port);
    const hosts = path.join(await temporaryFolder(), 'hosts');
    await writeFile(hosts, '127.0.0.1 localhost\n::1 localhost\n');
    const doctor = await bundleForNode('diagnose-one.ts');
    const script = `mount --bind ${hosts} /etc/hosts && exec ${process.execPath} ${doctor} "$0"`;
    const asked = startAny('unshare', ['-m', 'sh', '-c', script, `http://localhost:${port}`]);
    onTestFinished(() => asked.stop());
    const found = JSON.parse(await asked.nextLine()) as Diagnosis;
    expect(found).toMatchObject({ cause: 'localhost-leads-elsewhere', severity: 'problem' });
    expect(check(found, 'localhost')?.state).toBe('problem');
  });

  it('finds who listens in another one', async () => {
    const listener = path.resolve(import.meta.dirname, '../../programs/listen_inside.py');
    const inside = startAny('unshare', ['-n', python, listener]);
    onTestFinished(() => inside.stop());
    const { port } = JSON.parse(await inside.nextLine()) as { port: number };
    const found = await diagnose(refused(port));
    expect(found.cause).toBe('other-namespace');
    expect(check(found, 'other-namespace')?.evidence).toContain(`PID ${inside.pid}`);
  });
});

/** One below 1024 that nobody holds. */
async function freeLowPort(): Promise<number> {
  for (let port = 1023; port > 512; port -= 1) {
    if ((await tryToListen(port, '127.0.0.1')) === 'free') return port;
  }
  throw new Error('every low port is in use');
}
