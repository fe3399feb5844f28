import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAppRequest } from '../../../../electron/desktop/answer-app-request.ts';

let place = '';
let ui = '';

beforeAll(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'berth-app-'));
  ui = path.join(place, 'renderer');
  await mkdir(path.join(ui, 'assets'), { recursive: true });
  await mkdir(path.join(place, 'renderer-secret'));
  await writeFile(path.join(ui, 'index.html'), '<p>berth</p>');
  await writeFile(path.join(ui, 'assets', 'a b.js'), 'export {};');
  await writeFile(path.join(ui, 'assets', 'a.js.map'), '{}');
  await writeFile(path.join(place, 'secret.js'), 'secret');
  await writeFile(path.join(place, 'renderer-secret', 'secret.js'), 'secret');
  await symlink(path.join(place, 'secret.js'), path.join(ui, 'link.js'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

const ask = (url: string, method = 'GET') => answerAppRequest(ui, { url, method });

test('serves the page under a policy that allows only its own files', async () => {
  const answer = await ask('app://berth/index.html');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<p>berth</p>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

test('serves a file whose name needs escaping', async () => {
  const answer = await ask('app://berth/assets/a%20b.js?v=1');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await answer.text()).toBe('export {};');
});

test.each([
  ['a parent folder', 'app://berth/../secret.js'],
  ['an escaped parent folder', 'app://berth/%2e%2e/secret.js'],
  ['an escaped slash', 'app://berth/..%2fsecret.js'],
  ['an escaped backslash', 'app://berth/..%5csecret.js'],
  ['a sibling whose name begins the same', 'app://berth/..%2frenderer-secret%2fsecret.js'],
  ['a link that leads out', 'app://berth/link.js'],
  ['a zero byte', 'app://berth/index.html%00.js'],
  ['a broken escape', 'app://berth/%E0%A4%A.js'],
  ['a source map', 'app://berth/assets/a.js.map'],
  ['a folder', 'app://berth/assets/'],
  ['a missing file', 'app://berth/none.js'],
  ['another host', 'app://other/index.html'],
])('refuses %s', async (_what, url) => {
  const answer = await ask(url);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe('');
});

test('refuses to be written to', async () => {
  expect((await ask('app://berth/index.html', 'POST')).status).toBe(405);
});
