import { describe, expect, test } from 'vitest';
import { parseClientMessage, parseServerMessage } from '../../../../shared/rpc/messages.ts';

describe('a message of a client', () => {
  test.each([
    { type: 'hello', protocol: 1 },
    { type: 'call', id: 0, name: 'x', arguments: { a: 1 } },
    { type: 'cancel', id: 3 },
    { type: 'resync' },
  ])('%j is understood, without what it carries besides', (message) => {
    expect(parseClientMessage({ ...message, more: 1 })).toEqual(message);
  });

  test.each([
    [null, 'A message is an object.'],
    [[], 'A message is an object.'],
    [{ type: 'hello' }, 'A hello carries the number of its protocol.'],
    [{ type: 'call', id: 2 ** 53, name: 'x' }, 'A call carries a number as its id.'],
    [{ type: 'call', id: 1 }, 'A call carries a name.'],
    [{ type: 'cancel' }, 'A cancel carries the id of its call.'],
    [{ type: 'answer', id: 1 }, 'The type of the message is not known.'],
  ])('%j is refused: %s', (message, reason) => {
    expect(parseClientMessage(message)).toBe(reason);
  });
});

describe('a message of a server', () => {
  test.each([
    { type: 'welcome', protocol: 1, sequence: 0, value: {} },
    { type: 'answer', id: 1, value: null },
    { type: 'failure', id: null, failure: { code: 'malformed', message: 'x' } },
    { type: 'event', name: 'x', sequence: null, payload: 1 },
  ])('%j is understood', (message) => {
    expect(parseServerMessage(message)).toEqual(message);
  });

  test.each([
    null,
    { type: 'welcome', protocol: 1 },
    { type: 'answer' },
    { type: 'failure', id: 1 },
    { type: 'failure', id: 1, failure: { code: 1, message: 'x' } },
    { type: 'event', name: 'x', sequence: -1 },
    { type: 'hello', protocol: 1 },
  ])('%j is left alone', (message) => {
    expect(parseServerMessage(message)).toBeNull();
  });
});
