import { expect, test } from 'vitest';
import { checkRequest, type Door, type RequestFacts } from '../../../../electron/web/check-request.ts';
import { webAddress } from '../../../../electron/web/web-address.ts';

const door: Door = {
  address: webAddress(62_893),
  session: {
    admitsToken: (token) => token === 'good',
    admitsCookie: (cookie) => cookie === 'good',
    admitsPage: (key) => key === 'good',
  },
};

function check(change: Partial<RequestFacts> = {}, at: Door = door) {
  return checkRequest(
    {
      method: 'GET',
      target: '/',
      hosts: ['127.0.0.1:62893'],
      origins: [],
      cookie: 'good',
      protocols: 'good',
      hasBody: false,
      isUpgrade: false,
      ...change,
    },
    at,
  );
}

const upgrade = { target: '/pipe', isUpgrade: true, origins: ['http://127.0.0.1:62893'] };

test('a request from an admitted browser gets the file it names, without the query', () => {
  expect(check({ target: '/assets/a.js?v=2' })).toEqual({ kind: 'asset', path: '/assets/a.js' });
});

test('the right token admits a browser that has no cookie', () => {
  expect(check({ target: '/?token=good', cookie: undefined })).toEqual({ kind: 'admit' });
});

test('an upgrade from our own page opens a socket', () => {
  expect(check(upgrade)).toEqual({ kind: 'socket' });
});

test('the address is checked before anything that would tell what exists here', () => {
  const foreign = { hosts: ['evil.example'], method: 'POST', target: '/nowhere', cookie: undefined };
  expect(check(foreign)).toMatchObject({ kind: 'refused', status: 403, reason: /does not answer under/ });
});

test('a token is not tried for an address that is not ours', () => {
  let tried = false;
  const session = { ...door.session, admitsToken: () => (tried = true) };
  check({ hosts: ['evil.example'], target: '/?token=good' }, { ...door, session });
  expect(tried).toBe(false);
});

test('on port 80 the address has no port, as browsers write it', () => {
  const at80 = { ...door, address: webAddress(80) };
  expect(check({ hosts: ['localhost'] }, at80)).toMatchObject({ kind: 'asset' });
  expect(check({ hosts: ['localhost:62893'] }, at80)).toMatchObject({ kind: 'refused' });
  const page = { ...upgrade, hosts: ['localhost'], origins: ['http://localhost'] };
  expect(check(page, at80)).toEqual({ kind: 'socket' });
});

test.each([
  ['no Host', { hosts: [] }, 403],
  ['two Hosts', { hosts: ['127.0.0.1:62893', '127.0.0.1:62893'] }, 403],
  ['two Origins', { origins: ['http://127.0.0.1:62893', 'http://127.0.0.1:62893'] }, 403],
  ['an upgrade without Origin', { ...upgrade, origins: [] }, 403],
  ['an upgrade with two Origins', { ...upgrade, origins: ['http://127.0.0.1:62893', 'http://evil'] }, 403],
  ['an upgrade without cookie', { ...upgrade, cookie: undefined }, 401],
  ['an upgrade without key', { ...upgrade, protocols: undefined }, 401],
  ['an upgrade elsewhere', { ...upgrade, target: '/' }, 404],
  ['another method without Origin', { method: 'POST' }, 403],
  ['another method from our page', { method: 'POST', origins: ['http://127.0.0.1:62893'] }, 405],
  ['a body', { hasBody: true }, 413],
  ['a full address as its target', { target: 'http://127.0.0.1:62893/' }, 400],
  ['no cookie', { cookie: undefined }, 401],
  ['a wrong token', { target: '/?token=bad', cookie: undefined }, 403],
])('a request with %s is refused', (_, change, status) => {
  expect(check(change)).toMatchObject({ kind: 'refused', status });
});
