import { describe, expect, test } from 'vitest';
import { hostileFolder, oddNames, secret } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { rawExchange } from '../../helpers/raw-request.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';

const traversals = [
  '/../secret.txt',
  '/sub/../../secret.txt',
  '/..//secret.txt',
  '/%2e%2e/secret.txt',
  '/%2E%2E/secret.txt',
  '/.%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%2Fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/sub/..%2f..%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/....//secret.txt',
  '/..;/secret.txt',
  '//../secret.txt',
  '/./../secret.txt',
  '/../www-secret/secret.txt',
  '/../www/../secret.txt',
  '/%c0%ae%c0%ae/secret.txt',
  '/%e0%80%ae%e0%80%ae/secret.txt',
  '/..%c0%afsecret.txt',
  '/%uff0e%uff0e/secret.txt',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/file:///etc/passwd',
  'http://localhost/../secret.txt',
  'http://localhost/hello.txt',
  'secret.txt',
  '../secret.txt',
  '*',
  '?',
  '/..?',
  '/..#',
  '/hello.txt/../../secret.txt',
  '/link-in-folder/../../secret.txt',
];

describe.runIf(isLinux)('A served folder asked for what is not in it', () => {
  test('gives nothing from outside for any form of traversal', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const target of traversals) {
      const { status, body } = await get(target);
      expect.soft([400, 404], target).toContain(status);
      expect.soft(body, target).not.toContain(secret);
      expect.soft(body, target).not.toContain('root:');
    }
    expect((await get('/hello.txt')).body).toBe('hello');
  });

  test('refuses NUL, bad escapes and empty names aloud', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const target of [
      '/%00',
      '/hello.txt%00.png',
      '/%zz',
      '/%',
      '/%e4',
      '/%ff',
      '//',
      '/sub//inner.txt',
      '/./hello.txt',
    ]) {
      expect.soft((await get(target)).status, target).toBe(400);
    }
    expect((await get('/hello.txt')).status).toBe(200);
  });

  test('hides names that begin with a dot, except .well-known', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root, spa: true, cleanUrls: true });
    for (const target of [
      '/.env',
      '/%2eenv',
      '/.git/config',
      '/.git/',
      '/.git',
      '/sub/.npmrc',
      '/.nothing',
      '/.well-known/.x',
    ]) {
      const { status, body } = await get(target);
      expect.soft(status, target).toBe(404);
      expect.soft(body, target).not.toContain(secret);
    }
    expect((await get('/.well-known/security.txt')).body).toBe('well known');
  });

  test('serves hidden names when that was chosen', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root, hidden: 'allow' });
    expect((await get('/.env')).status).toBe(200);
    expect((await get('/link-out')).status).toBe(404);
  });

  test('follows links inside only, file or folder', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const inside = [
      'link-out',
      'link-out-absolute',
      'link-out-folder',
      'link-out-folder/',
      'link-up',
      'link-up/',
      'link-root/',
    ];
    const further = ['link-hidden', 'link-chain', 'link-loop', 'dangling', 'link-zero', 'link-environment'];
    const through = [
      'link-out-folder/secret.txt',
      'link-up/secret.txt',
      'link-root/etc/passwd',
      'link-hidden-folder/config',
    ];
    for (const target of [...inside, ...further, ...through]) {
      const { status, body } = await get(`/${target}`);
      expect.soft(status, target).toBe(404);
      expect.soft(body, target).not.toContain(secret);
    }
    expect((await get('/link-in')).body).toBe('hello');
    expect((await get('/link-in-folder/inner.txt')).body).toBe('inner');
  });

  test('follows no link at all when that was chosen', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root, links: 'never' });
    expect((await get('/link-in')).status).toBe(404);
    expect((await get('/link-in-folder/inner.txt')).status).toBe(404);
    expect((await get('/hello.txt')).status).toBe(200);
    expect((await get('/?format=json')).body).not.toContain('link-in');
  });

  test('spells every odd name, in the listing and in the address', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const name of oddNames) {
      const { status, body } = await get(`/${encodeURIComponent(name)}`);
      expect.soft([status, body], name).toEqual([200, name]);
    }
    const page = (await get('/', { headers: { Accept: 'text/html' } })).body;
    const hrefs = [...page.matchAll(/href="\.\/([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
    for (const name of oddNames) expect.soft(hrefs).toContain(name);
  });

  test('escapes names in the listing', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const { body, headers } = await get('/', { headers: { Accept: 'text/html' } });
    expect(body).not.toContain('<img');
    expect(body).toContain('&#60;img src=x onerror=alert(1)&#62;.txt');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('lists nothing that it would not serve', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const { body } = await get('/?format=json');
    const names = (JSON.parse(body).entries as { name: string }[]).map(({ name }) => name);
    for (const name of [
      '.env',
      '.git',
      'link-out',
      'link-out-folder',
      'link-up',
      'link-hidden',
      'dangling',
      'pipe',
      'socket',
      'zero',
    ]) {
      expect.soft(names).not.toContain(name);
    }
    for (const name of ['hello.txt', 'sub', 'link-in', 'link-in-folder', '.well-known']) {
      expect.soft(names).toContain(name);
    }
  });

  test('answers only to names of this machine', async () => {
    const { root } = await hostileFolder();
    const { get, port } = await serveFolder({ root, hosts: ['192.168.7.7', 'fe80::1%eth0', 'Maya.local'] });
    const foreign = [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '',
      '[::2]',
      'localhost@evil.example',
      '2130706433',
      '0x7f.1',
      '192.168.7.8',
    ];
    for (const Host of foreign)
      expect.soft((await get('/hello.txt', { headers: { Host } })).status, Host).toBe(421);
    const own = [
      'localhost',
      'LOCALHOST:80',
      'a.localhost',
      'localhost.',
      '127.0.0.1',
      '127.9.9.9:1',
      '[::1]:8',
      '192.168.7.7:8',
      '[fe80::1]',
      'maya.local',
    ];
    for (const Host of own)
      expect.soft((await get('/hello.txt', { headers: { Host } })).status, Host).toBe(200);
    expect((await rawExchange(port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(421);
    expect((await rawExchange(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400);
  });

  test('tells no path of this machine in a refusal', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const target of ['/nowhere', '/unreadable.txt', '/%00', '/link-out', '/%3Cscript%3E']) {
      for (const Accept of ['text/html', '*/*']) {
        const { body } = await get(target, { headers: { Accept } });
        expect.soft(body, target).not.toContain('www');
        expect.soft(body, target).not.toContain(root);
        expect.soft(body, target).not.toMatch(/script|nowhere|unreadable/);
      }
    }
  });
});
