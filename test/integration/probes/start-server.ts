import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The user without rights, as whom servers run that refuse root. */
export const nobody = 65_534;

/** Where Debian keeps servers that are not on everybody's path. */
const folders = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/usr/sbin',
  '/sbin',
  ...versionsOf('/usr/lib/postgresql'),
];

function versionsOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((version) => path.join(folder, version, 'bin')) : [];
}

/** The file of an installed program, null when there is none. */
export function findServer(name: string): string | null {
  const found = folders.find((folder) => folder !== '' && existsSync(path.join(folder, name)));
  return found === undefined ? null : path.join(found, name);
}

/** A folder that `nobody` can write to as well, and that goes with the test. */
export function serverFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'berth-server-'));
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) chownSync(folder, nobody, nobody);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function subfolder(folder: string, name: string): string {
  const made = path.join(folder, name);
  mkdirSync(made);
  if (process.getuid?.() === 0) chownSync(made, nobody, nobody);
  return made;
}

export interface ServerOptions {
  readonly asNobody?: boolean;
  readonly cwd?: string;
}

export interface StartedServer {
  readonly pid: number;
  /** Everything it printed so far. */
  printed(): string;
}

/** Starts a server for the running test and ends it with the test. */
export function startServer(
  program: string,
  args: readonly string[],
  { asNobody = false, cwd = tmpdir() }: ServerOptions = {},
): StartedServer {
  const identity = asNobody && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...identity });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (printed += String(chunk)));
  child.on('error', (error) => (printed += String(error)));
  const ended = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(force);
  });
  return { pid: child.pid ?? 0, printed: () => printed };
}

/** Runs a program that prepares something, to its end. */
export function prepare(
  program: string,
  args: readonly string[],
  { asNobody = false }: ServerOptions = {},
): void {
  const identity = asNobody && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const { status, stderr } = spawnSync(program, [...args], { encoding: 'utf8', cwd: tmpdir(), ...identity });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

/** A certificate for `dev.local` and `localhost`, signed by itself. */
export function makeCertificate(folder: string): { readonly key: string; readonly certificate: string } {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  prepare('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '90'],
    ...['-keyout', key, '-out', certificate, '-subj', '/CN=dev.local'],
    ...['-addext', 'subjectAltName=DNS:dev.local,DNS:localhost,IP:127.0.0.1'],
  ]);
  chmodSync(key, 0o644);
  return { key, certificate };
}
