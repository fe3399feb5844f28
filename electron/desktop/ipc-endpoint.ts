import {
  type IpcMainEvent,
  ipcMain,
  MessageChannelMain,
  type MessagePortMain,
  type WebContents,
} from 'electron';
import { channels } from '../../shared/rpc/desktop-channels.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { createPortPipe, type PortLike } from '../../shared/rpc/port-pipe.ts';
import { isOwnPage } from './own-page.ts';

export interface IpcEndpointOptions {
  /** Serves a page that was found to be ours. */
  readonly onPipe: (pipe: Pipe, contents: WebContents) => void;
  readonly warn: (message: string) => void;
}

/** Gives each of our pages that asks a port of its own. Whoever else asks gets no port. */
export function openIpcEndpoint({ onPipe, warn }: IpcEndpointOptions): void {
  ipcMain.on(channels.connect, (event) => {
    if (!isOurPage(event)) {
      warn('a page that is not ours asked for a connection and was refused');
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    onPipe(createPortPipe(adapt(port1)), event.sender);
    event.senderFrame?.postMessage(channels.port, null, [port2]);
  });
}

/** The frame may be gone a turn later, so it is looked at while the message is being delivered. */
function isOurPage({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function adapt(port: MessagePortMain): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  };
}
