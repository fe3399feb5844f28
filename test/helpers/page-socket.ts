import { once } from 'node:events';
import { WebSocket } from 'ws';
import { socketProtocol } from '../../shared/rpc/page-key.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { createTextPipe } from '../../shared/rpc/text-pipe.ts';
import type { WebRun } from './web-run.ts';

/** A WebSocket as a page of ours opens it. */
export async function openPageSocket(run: Pick<WebRun, 'host' | 'cookie' | 'pageKey'>): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${run.host}/pipe`, [socketProtocol, run.pageKey], {
    headers: { cookie: run.cookie, origin: `http://${run.host}` },
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return socket;
}

/** The client's end of a pipe over a WebSocket. */
export function clientPipe(socket: WebSocket): Pipe {
  const { pipe, receiveText } = createTextPipe({
    send: (text) => socket.send(text),
    close: () => socket.close(),
  });
  socket.on('message', (data) => receiveText(String(data)));
  socket.on('close', () => pipe.closed('The connection was lost.'));
  return pipe;
}
