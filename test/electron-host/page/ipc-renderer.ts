import { refuseUnknown } from '../refuse-unknown.ts';
import type { FromFrame, ToFrame } from './frame-messages.ts';
import type { createFramePorts } from './frame-ports.ts';
import { SmallEmitter } from './small-emitter.ts';

class HostIpcRenderer extends SmallEmitter {
  readonly #post: (message: FromFrame) => void;
  readonly #waiting = new Map<number, (reply: Extract<ToFrame, { type: 'reply' }>) => void>();
  #next = 0;

  constructor(post: (message: FromFrame) => void) {
    super();
    this.#post = post;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#post({ type: 'send', channel, args: cloned(args), url: location.href });
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = this.#next++;
    const message = { type: 'invoke', id, channel, args: cloned(args), url: location.href } as const;
    const { result, error } = await new Promise<Extract<ToFrame, { type: 'reply' }>>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post(message);
    });
    if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
    return result;
  }

  static settle(ipc: HostIpcRenderer, reply: Extract<ToFrame, { type: 'reply' }>): void {
    ipc.#waiting.get(reply.id)?.(reply);
    ipc.#waiting.delete(reply.id);
  }
}
refuseUnknown('ipcRenderer', HostIpcRenderer.prototype);

function cloned(args: readonly unknown[]): readonly unknown[] {
  try {
    return structuredClone(args);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

/** `ipcRenderer`, and the way in for what the main process sends. */
export function createIpcRenderer(
  post: (message: FromFrame) => void,
  ports: ReturnType<typeof createFramePorts>,
) {
  const ipcRenderer = new HostIpcRenderer(post);
  const receive = (message: ToFrame) => {
    switch (message.type) {
      case 'reply':
        return HostIpcRenderer.settle(ipcRenderer, message);
      case 'port':
        return ports.receive(message.port, message.data);
      case 'port-closed':
        return ports.close(message.port);
      case 'event': {
        const event = { sender: ipcRenderer, ports: message.ports.map((id) => ports.open(id)) };
        ipcRenderer.emit(message.channel, event, ...message.args);
      }
    }
  };
  return { ipcRenderer, receive };
}

export type { HostIpcRenderer };
