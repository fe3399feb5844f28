import { type ChildProcess, spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromLink, LinkData, ToLink } from './link-messages.ts';

/**
 * The thread that talks to Chromium: it owns the pipe of the DevTools protocol and turns messages into text and back, so that the
 * app's main thread pays for a message what it pays in Electron, one structured clone. Chromium ends when the pipe closes, so it
 * never outlives this process.
 */
const { program, args } = workerData as LinkData;
const chromium = spawn(program, [...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
const toChromium = chromium.stdio[3] as Writable;

const tell = (message: FromLink) => parentPort?.postMessage(message);
const write = (message: object) => toChromium.write(`${JSON.stringify(message)}\0`);

toChromium.on('error', () => {
  // It has ended; `exit` tells.
});
chromium.on('error', ({ message }) => {
  writeSync(2, `electron-host: ${program} could not be started: ${message}\n`);
  tell({ type: 'gone', code: null });
});
chromium.on('exit', (code) => tell({ type: 'gone', code }));
parentPort?.on('message', onOrder);
splitAt('\0', chromium.stdio[4] as Readable, (text) => onMessage(JSON.parse(text)));
showDevToolsAddress(chromium);

function onOrder(order: ToLink): void {
  switch (order.type) {
    case 'send':
      write({ id: order.id, method: order.method, params: order.params, sessionId: order.session });
      return;
    case 'deliver': {
      const call = `globalThis[${JSON.stringify(order.name)}](${JSON.stringify(JSON.stringify(order.value))})`;
      const params = { expression: call, contextId: order.context };
      // Number 0 is nobody's: whether the world is still there shows in its own events.
      write({ id: 0, method: 'Runtime.evaluate', params, sessionId: order.session });
      return;
    }
    case 'kill':
      chromium.kill('SIGKILL');
  }
}

interface ProtocolMessage {
  readonly id?: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

function onMessage({ id, method, params, result, error, sessionId }: ProtocolMessage): void {
  if (id === 0) return;
  if (id !== undefined && error) {
    tell({ type: 'refused', id, message: error.message });
    return;
  }
  if (id !== undefined) {
    tell({ type: 'result', id, result });
    return;
  }
  const session = sessionId ?? '';
  if (method !== 'Runtime.bindingCalled') {
    tell({ type: 'event', session, method, params });
    return;
  }
  const value: unknown = JSON.parse(String(params.payload));
  tell({ type: 'message', session, context: Number(params.executionContextId), value });
}

/** Playwright waits for this line of Chromium's; the rest of what it says is of no use. */
function showDevToolsAddress({ stderr }: ChildProcess): void {
  if (!stderr) return;
  splitAt('\n', stderr, (line) => {
    if (line.startsWith('DevTools listening on') || process.env.ELECTRON_HOST_DEBUG)
      writeSync(2, `${line}\n`);
  });
}

function splitAt(end: string, stream: Readable, onPart: (part: string) => void): void {
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      parts.push(chunk.subarray(from, at));
      onPart(Buffer.concat(parts).toString());
      parts = [];
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
  });
}
