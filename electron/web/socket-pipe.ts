import { type RawData, WebSocket } from 'ws';
import { failureMessage } from '../../shared/rpc/messages.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { createTextPipe } from '../../shared/rpc/text-pipe.ts';
import { createRateLimit } from './rate-limit.ts';
import type { SocketLimits } from './socket-limits.ts';

/** RFC 6455, section 7.4.1. */
const policyViolation = 1008;
const normalClosure = 1000;

/** Milliseconds that the other side gets to answer a close before the connection is cut. */
const closeGraceMs = 1000;

/** A pipe over an accepted WebSocket that refuses, aloud, what is too large, too much or not text. */
export function createSocketPipe(socket: WebSocket, limits: SocketLimits, elapsed: () => number): Pipe {
  const isCongested = () => socket.bufferedAmount > limits.congestedBytes;
  const { pipe, receiveText } = createTextPipe({
    send(text) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > limits.maxWaitingBytes) {
        socket.terminate();
        pipe.closed('The other side stopped reading.');
        return;
      }
      socket.send(text, sent);
      wasCongested ||= isCongested();
    },
    close: (reason) => closeSocket(socket, normalClosure, reason),
    congested: isCongested,
  });
  let wasCongested = false;
  const sent = () => {
    if (!wasCongested || isCongested()) return;
    wasCongested = false;
    pipe.drained();
  };

  const judge = createRateLimit(limits.rate, elapsed);
  const refuse = (text: string, code: 'too-many' | 'too-large', message: string) =>
    pipe.send(failureMessage(callIdOf(text), { code, message }));

  const onMessage = (data: RawData, isBinary: boolean) => {
    const bytes = data as Buffer;
    const verdict = judge();
    if (verdict === 'end') {
      socket.off('message', onMessage);
      pipe.closed('The other side sent too much.');
      closeSocket(socket, policyViolation, 'Too many messages.');
    } else if (verdict === 'refuse') {
      refuse(head(bytes), 'too-many', `More than ${limits.rate.perSecond} messages a second.`);
    } else if (isBinary) {
      pipe.send(failureMessage(null, { code: 'malformed', message: 'A message is text, not binary.' }));
    } else if (bytes.length > limits.maxMessageBytes) {
      refuse(head(bytes), 'too-large', `A message is at most ${limits.maxMessageBytes / 1024} KiB.`);
    } else {
      receiveText(bytes.toString('utf8'));
    }
  };
  socket.on('message', onMessage);
  // The library closes the connection after an error by itself, with the code that fits.
  socket.on('error', () => undefined);
  socket.on('close', () => pipe.closed('The other side closed the connection.'));
  return pipe;
}

/** Says goodbye, and cuts the connection when that is not answered. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason.slice(0, 100));
  const timer = setTimeout(() => socket.terminate(), closeGraceMs);
  timer.unref();
  socket.on('close', () => clearTimeout(timer));
}

function head(bytes: Buffer): string {
  return bytes.toString('latin1', 0, 100);
}

/** The id of a call as our client writes it, without reading the rest; so that even a refused call is answered. */
function callIdOf(text: string): number | null {
  const match = /^\{"type":"call","id":(\d{1,15})[,}]/.exec(text);
  return match ? Number(match[1]) : null;
}
