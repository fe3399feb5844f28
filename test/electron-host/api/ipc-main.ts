import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../refuse-unknown.ts';

export type InvokeHandler = (event: object, ...args: unknown[]) => unknown;

const handlers = new Map<string, InvokeHandler>();

class HostIpcMain extends EventEmitter {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}
refuseUnknown('ipcMain', HostIpcMain.prototype);

export const ipcMain = new HostIpcMain();
export type { HostIpcMain };

/** Runs the handler of a channel; its failure comes as Electron words it. */
export async function invokeHandler(
  event: object,
  channel: string,
  args: readonly unknown[],
): Promise<{ readonly result?: unknown; readonly error?: string }> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { result: await handler(event, ...args) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { error: String(error) };
  }
}
