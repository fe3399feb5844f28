import { expect, test } from 'vitest';
import { createSession } from '../../../../electron/web/session-token.ts';

const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? '';

test('the token, every ticket and the cookie are 256 bits and all different', () => {
  const session = createSession(62_893);
  const secrets = [
    session.linkToken,
    session.issueTicket(),
    session.issueTicket(),
    session.pageKey,
    cookieOf(session.setCookie).split('=')[1] ?? '',
  ];
  expect(new Set(secrets).size).toBe(5);
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
});

test('two runs have nothing in common', () => {
  const [one, other] = [createSession(62_893), createSession(62_893)];
  expect(other.admitsToken(one.linkToken)).toBe(false);
  expect(other.admitsToken(one.issueTicket())).toBe(false);
  expect(other.admitsCookie(cookieOf(one.setCookie))).toBe(false);
  expect(other.admitsPage(`berth, ${one.pageKey}`)).toBe(false);
  expect(one.admitsPage(`berth, ${one.pageKey}`)).toBe(true);
});

test('the token is good again and again, a ticket once', () => {
  const session = createSession(62_893);
  const ticket = session.issueTicket();
  expect([session.admitsToken(session.linkToken), session.admitsToken(session.linkToken)]).toEqual([
    true,
    true,
  ]);
  expect([session.admitsToken(ticket), session.admitsToken(ticket)]).toEqual([true, false]);
});

test('the cookie is found among others, and a wrong one of the same name does not hide it', () => {
  const session = createSession(62_893);
  const cookie = cookieOf(session.setCookie);
  expect(session.admitsCookie(`a=1; ${cookie}`)).toBe(true);
  expect(session.admitsCookie(`berth-62893=planted; ${cookie};b=2`)).toBe(true);
  expect(session.admitsCookie('berth-62893=planted')).toBe(false);
  expect(session.admitsCookie(undefined)).toBe(false);
});
