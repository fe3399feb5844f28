import { EventEmitter } from 'node:events';
import { refuseUnknownIn } from '../refuse-unknown.ts';

/** Whoever was given one end of a channel, here or in a page. */
export interface PortHolder {
  deliver(data: unknown): void;
  close(): void;
}

/** Joins two ports, and gives a port away; answers with the way back from its new holder. */
let joinPorts: (one: HostMessagePortMain, other: HostMessagePortMain) => void;
let giveAway: (port: HostMessagePortMain, holder: PortHolder) => PortHolder;

export class HostMessagePortMain extends EventEmitter {
  #partner: HostMessagePortMain | null = null;
  #holder: PortHolder | null = null;
  /** What came before anybody listened; null once somebody does. */
  #waiting: unknown[] | null = [];
  #isClosed = false;

  static {
    joinPorts = (one, other) => {
      one.#partner = other;
      other.#partner = one;
    };
    giveAway = (port, holder) => port.#giveTo(holder);
  }

  postMessage(data: unknown): void {
    if (!this.#isClosed) this.#sendToPartner(data);
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.#emitLater(data);
  }

  close(): void {
    this.#end();
    const partner = this.#partner;
    if (partner) partner.#end();
  }

  #sendToPartner(data: unknown): void {
    const partner = this.#partner;
    if (partner) partner.#arrive(data);
  }

  #arrive(data: unknown): void {
    // The thread that carries it to the page copies it.
    if (this.#holder) {
      this.#holder.deliver(data);
      return;
    }
    const copied = structuredClone(data);
    if (this.#waiting) this.#waiting.push(copied);
    else this.#emitLater(copied);
  }

  #emitLater(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }));
  }

  #end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#holder) this.#holder.close();
    else setImmediate(() => this.emit('close'));
  }

  #giveTo(holder: PortHolder): PortHolder {
    if (this.#holder || !this.#waiting)
      throw new Error('electron-host: this port is in use and cannot be given away');
    this.#holder = holder;
    for (const data of this.#waiting) holder.deliver(data);
    return { deliver: (data) => this.#sendToPartner(data), close: () => this.close() };
  }
}
refuseUnknownIn('MessagePortMain', HostMessagePortMain);

export class HostMessageChannelMain {
  readonly port1 = new HostMessagePortMain();
  readonly port2 = new HostMessagePortMain();

  constructor() {
    joinPorts(this.port1, this.port2);
  }
}
refuseUnknownIn('MessageChannelMain', HostMessageChannelMain);

export { giveAway };
