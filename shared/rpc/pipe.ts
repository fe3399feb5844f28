/**
 * A two-way channel for messages that JSON can carry. Messages that arrive before somebody listens are kept.
 * The owner of a transport makes pipes; everything else only uses them.
 */
export interface Pipe {
  send(message: unknown): void;
  /** One listener; a later one replaces it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, also when the pipe is already closed. */
  onClose(listener: (reason: string) => void): void;
  close(reason: string): void;
  /** True while the other side does not keep up; a sender may then skip what a resync brings back. */
  readonly congested: boolean;
  /** One listener, called when the other side keeps up again after it was congested. */
  onDrain(listener: () => void): void;
}
