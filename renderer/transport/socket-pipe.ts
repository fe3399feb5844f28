import { socketProtocol } from '../../shared/rpc/page-key.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { createTextPipe } from '../../shared/rpc/text-pipe.ts';

/** Bytes that may wait in the socket before it counts as not keeping up. */
const congestedAt = 1 << 20;

/** A pipe over a WebSocket. Opens at once; what fails comes as the close of the pipe. */
export function openSocketPipe(url: string, pageKey: string): Pipe {
  // An empty word is no protocol, and would throw.
  const socket = new WebSocket(url, pageKey === '' ? [socketProtocol] : [socketProtocol, pageKey]);
  let unsent: string[] = [];
  const { pipe, receiveText } = createTextPipe({
    send(text) {
      if (socket.readyState === WebSocket.CONNECTING) unsent.push(text);
      else if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    congested: () => socket.bufferedAmount > congestedAt,
  });
  socket.addEventListener('open', () => {
    for (const text of unsent) socket.send(text);
    unsent = [];
  });
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') receiveText(data);
  });
  socket.addEventListener('close', ({ reason }) => pipe.closed(reason || 'The connection to Berth ended.'));
  return pipe;
}
