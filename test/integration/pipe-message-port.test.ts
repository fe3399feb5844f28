import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createPortPipe, type PortLike } from '../../shared/rpc/port-pipe.ts';
import { describePipe } from '../helpers/pipe-behaviours.ts';

function adapt(port: MessagePort): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}

describePipe('a MessagePort', async () => {
  const { port1, port2 } = new MessageChannel();
  return {
    client: createPortPipe(adapt(port1)),
    server: createPortPipe(adapt(port2)),
    dispose: async () => {
      port1.close();
      port2.close();
    },
  };
});
