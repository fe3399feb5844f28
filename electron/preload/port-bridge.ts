/** The page's end of the pipe, in a form that may be handed to the page. */
export interface PortBridge {
  send(message: unknown): void;
  /** One listener; a later one replaces it. Messages that came before it are kept for it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the main process has closed the pipe. */
  onClose(listener: () => void): void;
}

/** A bridge whose port comes later: what is sent until then waits. */
export function createPortBridge(): { readonly bridge: PortBridge; connect(port: MessagePort): void } {
  let port: MessagePort | null = null;
  let closed = false;
  let onMessage: ((message: unknown) => void) | null = null;
  let onClose: (() => void) | null = null;
  const waiting: unknown[] = [];

  /** A port keeps its messages until somebody listens to it. */
  const listen = () => {
    if (port && onMessage) port.onmessage = ({ data }) => onMessage?.(data);
  };

  return {
    bridge: {
      send(message) {
        if (port) port.postMessage(message);
        else waiting.push(message);
      },
      onMessage(listener) {
        onMessage = listener;
        listen();
      },
      onClose(listener) {
        onClose = listener;
        if (closed) listener();
      },
    },
    connect(next) {
      port = next;
      next.addEventListener('close', () => {
        closed = true;
        onClose?.();
      });
      for (const message of waiting.splice(0)) next.postMessage(message);
      listen();
    },
  };
}
