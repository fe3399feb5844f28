import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawExchange, rawRequest } from '../helpers/raw-request.ts';
import { startWebRun, type WebRun } from '../helpers/web-run.ts';

let run: WebRun;
let otherRun: WebRun;
beforeAll(async () => {
  run = await startWebRun();
  otherRun = await startWebRun();
});
afterAll(async () => {
  await run.dispose();
  await otherRun.dispose();
});

const get = (target: string, headers: Record<string, string | readonly string[]> = {}) =>
  rawRequest(run.port, { target, headers: { Host: run.host, ...headers } });
const getAdmitted = (target: string, headers: Record<string, string | readonly string[]> = {}) =>
  get(target, { Cookie: run.cookie, ...headers });

describe('the link', () => {
  test('is exchanged for a cookie that scripts and other sites do not get, and leaves the address', async () => {
    const answer = await get(`/?token=${run.token}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("location.replace('/')");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(new RegExp(`^berth-${run.port}=[\\w-]{43}; `));
    expect(cookie).toContain('; HttpOnly');
    expect(cookie).toContain('; SameSite=Strict');
    expect(cookie).not.toContain(run.token);
  });

  test('lets a second browser in', async () => {
    expect((await get(`/?token=${run.token}`)).status).toBe(200);
    expect((await get(`/?token=${run.token}`)).status).toBe(200);
  });

  test('leaves a key with the page, which is in no header and opens nothing by itself', async () => {
    const answer = await get(`/?token=${run.token}`);
    expect(answer.body).toContain(run.pageKey);
    expect([...answer.headers.values()].join()).not.toContain(run.pageKey);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^']+';/);
    expect((await get('/', { Cookie: `berth-${run.port}=${run.pageKey}` })).status).toBe(401);
    expect((await getAdmitted('/')).body).not.toContain(run.pageKey);
  });

  test.each(['wrong', '', 'a'.repeat(43), '%00', '__proto__'])(
    'with the token %j is refused',
    async (token) => {
      const answer = await get(`/?token=${token}`);
      expect(answer.status).toBe(403);
      expect(answer.headers.has('set-cookie')).toBe(false);
    },
  );

  test('of another run is refused', async () => {
    expect((await get(`/?token=${otherRun.token}`)).status).toBe(403);
  });

  test('given twice in one address is refused', async () => {
    expect((await get(`/?token=${run.token}&token=${run.token}`)).status).toBe(403);
  });

  test('counts at the first page only', async () => {
    expect((await get(`/index.html?token=${run.token}`)).status).toBe(401);
    expect((await get(`/assets/app-4f2a.js?token=${run.token}`)).status).toBe(401);
  });

  test('that is stale leads an admitted browser home', async () => {
    const answer = await getAdmitted('/?token=stale');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
  });

  test('made for a command line lets one browser in', async () => {
    const { search } = new URL(run.server.ticketUrl());
    expect(search).not.toContain(run.token);
    expect((await get(`/${search}`)).status).toBe(200);
    expect((await get(`/${search}`)).status).toBe(403);
  });
});

describe('a browser without the cookie', () => {
  test.each(['/', '/index.html', '/assets/app-4f2a.js', '/icon.svg', '/nothing', '/pipe'])(
    'gets no data at %s but is told where the link is',
    async (target) => {
      const answer = await get(target);
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('Open the link that Berth printed in the terminal');
      expect(answer.body).not.toContain('the interface itself');
    },
  );

  test.each([
    ['a wrong value', (value: string) => `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`],
    ['the beginning of the value', (value: string) => value.slice(0, -5)],
    ['the value with more after it', (value: string) => `${value}x`],
    ['the value under another name', (value: string) => value.replace('berth-', 'berth-x')],
    ['no value', (value: string) => value.replace(/=.*/, '=')],
  ])('is not let in with %s', async (_, change) => {
    expect((await get('/', { Cookie: change(run.cookie) })).status).toBe(401);
  });

  test('is not let in with the token as the cookie', async () => {
    expect((await get('/', { Cookie: `berth-${run.port}=${run.token}` })).status).toBe(401);
  });

  test('is not let in with the cookie of another run', async () => {
    expect((await get('/', { Cookie: otherRun.cookie })).status).toBe(401);
  });
});

describe('an admitted browser', () => {
  test('gets the page, never from a cache', async () => {
    const answer = await getAdmitted('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('the interface itself');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('gets hashed files to keep for good', async () => {
    const answer = await getAdmitted('/assets/app-4f2a.js');
    expect(answer.body).toBe('export const answer = 42;');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test('may carry cookies of other programs too', async () => {
    expect((await getAdmitted('/', { Cookie: `theirs=1; ${run.cookie}; more="x;y` })).status).toBe(200);
  });

  test('gets the head alone when it asks for that', async () => {
    const headers = { Host: run.host, Cookie: run.cookie };
    const answer = await rawRequest(run.port, { method: 'HEAD', headers });
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(10);
    expect(answer.body).toBe('');
  });

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '//secret.html',
    '/assets/..;/..;/secret.html',
    '/assets/app-4f2a.js%00.html',
    '/assets//app-4f2a.js',
    '/./index.html',
    '/assets/app-4f2a.js.map',
    '/assets/',
    '/assets',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/__proto__',
    '/constructor',
    '/INDEX.HTML',
  ])('finds nothing at %s', async (target) => {
    const answer = await getAdmitted(target);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('outside');
  });

  test.each(['http://evil.example/', '*', 'index.html'])('is refused the target %s', async (target) => {
    expect((await getAdmitted(target)).status).toBe(400);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'may not use %s, even from our own page',
    async (method) => {
      const headers = { Host: run.host, Cookie: run.cookie, Origin: `http://${run.host}` };
      const answer = await rawRequest(run.port, { method, headers });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
    },
  );

  test('may not use a method that does not exist', async () => {
    const headers = { Host: run.host, Cookie: run.cookie };
    expect((await rawRequest(run.port, { method: 'STEAL', headers })).status).toBe(400);
  });

  test('may not send a body', async () => {
    const headers = { Host: run.host, Cookie: run.cookie, 'Content-Length': '4' };
    expect((await rawRequest(run.port, { headers, body: 'data' })).status).toBe(413);
  });
});

describe('the address', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is known', async (name) => {
    const answer = await getAdmitted('/', { Host: `${name}:${run.port}` });
    expect(answer.status).toBe(200);
  });

  test('::1 is listened on where this machine has it', async () => {
    const headers = { Host: `localhost:${run.port}`, Cookie: run.cookie };
    expect(run.server.listening.hasIpv6).toBe(true);
    expect((await rawRequest(run.port, { headers, address: '::1' })).status).toBe(200);
  });

  test('of a rebound name is refused in spite of the cookie, and the right one told', async () => {
    const answer = await getAdmitted('/', { Host: `rebound.example:${run.port}` });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain(`http://127.0.0.1:${run.port}/`);
    expect(answer.body).toContain(`ssh -L ${run.port}:127.0.0.1:${run.port}`);
  });

  test('of a rebound name does not even take the right token', async () => {
    const answer = await get(`/?token=${run.token}`, { Host: `rebound.example:${run.port}` });
    expect(answer.status).toBe(403);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  test.each([
    ['without the port', () => '127.0.0.1'],
    ['with another port', () => '127.0.0.1:1'],
    ['with a dot at its end', () => `localhost.:${run.port}`],
    ['as a part of another name', () => `127.0.0.1.evil.example:${run.port}`],
    ['with another name before it', () => `evil.example@127.0.0.1:${run.port}`],
    ['in another spelling', () => `2130706433:${run.port}`],
    ['of the wildcard', () => `0.0.0.0:${run.port}`],
    ['that is empty', () => ''],
  ])('%s is refused', async (_, host) => {
    expect((await getAdmitted('/', { Host: host() })).status).toBe(403);
  });

  test('given twice is refused', async () => {
    const answer = await getAdmitted('/', { Host: [run.host, 'evil.example'] });
    expect([400, 403]).toContain(answer.status);
  });

  test('left out is refused', async () => {
    const answer = await rawExchange(run.port, `GET / HTTP/1.1\r\nCookie: ${run.cookie}\r\n\r\n`);
    expect(answer.status).toBe(400);
    const old = await rawExchange(run.port, `GET / HTTP/1.0\r\nCookie: ${run.cookie}\r\n\r\n`);
    expect(old.status).toBe(403);
  });

  test('is that of loopback only', async () => {
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((entry) => !entry.internal && entry.family === 'IPv4');
    for (const { address } of others) {
      await expect(rawRequest(run.port, { address })).rejects.toThrow('ECONNREFUSED');
    }
    await expect(rawRequest(run.port, { address: '127.0.0.2' })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('the page that asks', () => {
  test('is ours', async () => {
    expect((await getAdmitted('/', { Origin: `http://${run.host}` })).status).toBe(200);
  });

  test.each([
    ['another site', () => 'http://evil.example'],
    ['a program on another port', () => 'http://127.0.0.1:3000'],
    ['our other name', () => `http://localhost:${run.port}`],
    ['our address over TLS', () => `https://${run.host}`],
    ['a page without an origin', () => 'null'],
    ['an empty origin', () => ''],
  ])('is refused when it is %s', async (_, origin) => {
    const answer = await getAdmitted('/', { Origin: origin() });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('the interface itself');
  });

  test.each(['POST', 'OPTIONS'])('must be named for %s', async (method) => {
    const headers = { Host: run.host, Cookie: run.cookie };
    expect((await rawRequest(run.port, { method, headers })).status).toBe(403);
  });
});

describe('every answer', () => {
  test.each([
    ['the page', '/', 200],
    ['a file', '/assets/app-4f2a.js', 200],
    ['a redirect', '/?token=stale', 303],
    ['a refusal', '/nothing', 404],
  ])('%s is protected', async (_, target, status) => {
    const { headers, ...answer } = await getAdmitted(target);
    expect(answer.status).toBe(status);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });

  test('lets the page connect to the address it was asked under and nowhere else', async () => {
    const policyOf = async (host: string) =>
      (await getAdmitted('/', { Host: host })).headers.get('content-security-policy');
    expect(await policyOf(run.host)).toContain(`connect-src 'self' ws://${run.host};`);
    expect(await policyOf(`localhost:${run.port}`)).toContain(
      `connect-src 'self' ws://localhost:${run.port};`,
    );
    expect(await policyOf(`[::1]:${run.port}`)).toContain("connect-src 'self';");
  });
});

describe('what is no request', () => {
  test.each([
    ['nonsense', 'hello\r\n\r\n', 400],
    ['a TLS hello', '\x16\x03\x01\x02\x00\x01\x00', 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, 431],
  ])('is refused: %s', async (_, text, status) => {
    expect((await rawExchange(run.port, text)).status).toBe(status);
    expect((await getAdmitted('/')).status).toBe(200);
  });
});
