import type { FromFrame } from './frame-messages.ts';

/** The page's ends of channels whose other ends the main process holds: each is a real MessagePort, relayed message by message. */
export function createFramePorts(post: (message: FromFrame) => void) {
  const relays = new Map<number, MessagePort>();
  return {
    open(id: number): MessagePort {
      const { port1, port2 } = new MessageChannel();
      relays.set(id, port1);
      port1.onmessage = ({ data }) => post({ type: 'port', port: id, data });
      port1.addEventListener('close', () => {
        if (relays.delete(id)) post({ type: 'port-closed', port: id });
      });
      return port2;
    },
    receive(id: number, data: unknown): void {
      relays.get(id)?.postMessage(data);
    },
    close(id: number): void {
      const relay = relays.get(id);
      relays.delete(id);
      relay?.close();
    },
  };
}
