import { createPipe } from '../../shared/rpc/create-pipe.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';

/** What the desktop shell puts into the page. */
export interface Bridge {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** A pipe over the bridge of the desktop shell. It lives as long as the page. */
export function openBridgePipe(bridge: Bridge): Pipe {
  const pipe = createPipe({ send: (message) => bridge.send(message), close: () => {} });
  bridge.onMessage(pipe.receive);
  bridge.onClose(() => pipe.closed('Berth has ended.'));
  return pipe;
}
