import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** What no answer may ever hold. */
export const secret = 'SECRET-a8c1';

/** Names that are hard to spell in an address, each a file with its own name in it. */
export const oddNames = [
  'ünï.txt',
  'a#b.txt',
  'a?b.txt',
  'a+b.txt',
  'a&b;c=d.txt',
  'a%20b.txt',
  ' spaces .txt',
  'quo\'te".txt',
  'back\\slash.txt',
  'new\nline.txt',
  '日本 🚢.txt',
  '<img src=x onerror=alert(1)>.txt',
  'C:\\boot.ini',
  '~backup~',
  'kept (deleted)',
];

export interface HostileFolder {
  /** What is served. */
  readonly root: string;
  /** A character device could be made, which takes root. */
  readonly hasDevice: boolean;
}

/** A folder full of traps, with secrets beside it. Every user of this machine can enter it. */
export async function hostileFolder(): Promise<HostileFolder> {
  const base = await temporaryFolder();
  chmodSync(base, 0o755);
  const root = path.join(base, 'www');
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('hello.txt', 'hello');
  write('empty.txt', '');
  write('sub/inner.txt', 'inner');
  write('page/index.html', '<!doctype html><body>page</body>');
  write('big.bin', Buffer.alloc(3 * 1024 * 1024, 'x'));
  for (const name of oddNames) writeFileSync(path.join(root, name), name);
  for (const name of ['.env', '.git/config', 'sub/.npmrc', '../secret.txt', '../www-secret/secret.txt']) {
    write(name, secret);
  }
  write('.well-known/security.txt', 'well known');
  addLinks(root);
  addUnreadable(root, write);
  return { root, hasDevice: await addSpecialFiles(root) };
}

function addLinks(root: string): void {
  const links = {
    'link-in': 'hello.txt',
    'link-in-folder': 'sub',
    'link-out': '../secret.txt',
    'link-out-absolute': path.join(root, '../secret.txt'),
    'link-out-folder': '../www-secret',
    'link-up': '..',
    'link-root': '/',
    'link-hidden': '.env',
    'link-hidden-folder': '.git',
    'link-chain': 'link-out',
    'link-loop': 'link-loop',
    dangling: 'nowhere',
    'link-zero': '/dev/zero',
    'link-environment': '/proc/self/environ',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(root, name));
}

function addUnreadable(root: string, write: (name: string, content: string) => void): void {
  write('unreadable.txt', secret);
  write('closed/inner.txt', secret);
  write('sealed-index/index.html', secret);
  chmodSync(path.join(root, 'unreadable.txt'), 0);
  chmodSync(path.join(root, 'sealed-index/index.html'), 0);
  chmodSync(path.join(root, 'closed'), 0);
  onTestFinished(() => chmodSync(path.join(root, 'closed'), 0o755));
}

async function addSpecialFiles(root: string): Promise<boolean> {
  execFileSync('mkfifo', ['-m', '666', path.join(root, 'pipe')]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path.join(root, 'socket'), resolve));
  chmodSync(path.join(root, 'socket'), 0o666);
  onTestFinished(() => void server.close());
  try {
    execFileSync('mknod', ['-m', '666', path.join(root, 'zero'), 'c', '1', '5'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
