import { createPipe } from './create-pipe.ts';
import type { Pipe } from './pipe.ts';

/** What the MessagePorts of browsers, Node and Electron have in common once adapted by their shell. */
export interface PortLike {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** A pipe over a MessagePort. The port carries structured clones; only JSON values are ever sent. */
export function createPortPipe(port: PortLike): Pipe {
  const pipe = createPipe({
    send: (message) => port.postMessage(message),
    close: () => port.close(),
  });
  port.onMessage(pipe.receive);
  port.onClose(() => pipe.closed('The other side closed the port.'));
  return pipe;
}
