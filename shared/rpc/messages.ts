import type { RpcFailure } from './failure.ts';

export type ClientMessage =
  | { readonly type: 'hello'; readonly protocol: number }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly arguments: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'resync' };

export type ServerMessage =
  | {
      readonly type: 'welcome';
      readonly protocol: number;
      readonly sequence: number;
      readonly value: unknown;
    }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number | null; readonly failure: RpcFailure }
  | {
      readonly type: 'event';
      readonly name: string;
      /** Null for events that are not part of the numbered stream. */
      readonly sequence: number | null;
      readonly payload: unknown;
    };

export function failureMessage(id: number | null, failure: RpcFailure): ServerMessage {
  return { type: 'failure', id, failure };
}

/** The message, or a sentence that says what is wrong with it. */
export function parseClientMessage(value: unknown): ClientMessage | string {
  if (!isRecord(value)) return 'A message is an object.';
  switch (value.type) {
    case 'hello':
      return isCount(value.protocol)
        ? { type: 'hello', protocol: value.protocol }
        : 'A hello carries the number of its protocol.';
    case 'call':
      if (!isCount(value.id)) return 'A call carries a number as its id.';
      if (typeof value.name !== 'string') return 'A call carries a name.';
      return { type: 'call', id: value.id, name: value.name, arguments: value.arguments };
    case 'cancel':
      return isCount(value.id) ? { type: 'cancel', id: value.id } : 'A cancel carries the id of its call.';
    case 'resync':
      return { type: 'resync' };
    default:
      return 'The type of the message is not known.';
  }
}

/** The message, or null for what this side does not understand. */
export function parseServerMessage(value: unknown): ServerMessage | null {
  if (!isRecord(value)) return null;
  switch (value.type) {
    case 'welcome':
      return isCount(value.protocol) && isCount(value.sequence)
        ? { type: 'welcome', protocol: value.protocol, sequence: value.sequence, value: value.value }
        : null;
    case 'answer':
      return isCount(value.id) ? { type: 'answer', id: value.id, value: value.value } : null;
    case 'failure':
      return (value.id === null || isCount(value.id)) && isFailure(value.failure)
        ? { type: 'failure', id: value.id, failure: value.failure }
        : null;
    case 'event':
      return typeof value.name === 'string' && (value.sequence === null || isCount(value.sequence))
        ? { type: 'event', name: value.name, sequence: value.sequence, payload: value.payload }
        : null;
    default:
      return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFailure(value: unknown): value is RpcFailure {
  return isRecord(value) && typeof value.code === 'string' && typeof value.message === 'string';
}
