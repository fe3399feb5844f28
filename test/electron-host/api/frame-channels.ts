import type { ChromiumPage } from '../chromium/chromium-page.ts';
import { giveAway, type HostMessagePortMain, type PortHolder } from './message-ports.ts';

/** The channels whose one end a page holds. */
export class FrameChannels {
  readonly #page: () => ChromiumPage | null;
  readonly #holders = new Map<number, PortHolder>();
  #next = 1;

  constructor(page: () => ChromiumPage | null) {
    this.#page = page;
  }

  /** Gives ports to the page; answers with the numbers under which it gets them. */
  give(ports: readonly HostMessagePortMain[]): readonly number[] {
    return ports.map(() => this.#next++);
  }

  /** Only after the page was told of its ports: what waited in them follows. */
  connect(ports: readonly HostMessagePortMain[], numbers: readonly number[]): void {
    for (const [index, port] of ports.entries()) {
      const number = numbers[index] ?? 0;
      const back = giveAway(port, {
        deliver: (data) => this.#page()?.deliver({ type: 'port', port: number, data }),
        close: () => this.#page()?.deliver({ type: 'port-closed', port: number }),
      });
      this.#holders.set(number, back);
    }
  }

  receive(port: number, data: unknown): void {
    this.#holders.get(port)?.deliver(data);
  }

  close(port: number): void {
    const holder = this.#holders.get(port);
    this.#holders.delete(port);
    holder?.close();
  }

  closeAll(): void {
    for (const port of [...this.#holders.keys()]) this.close(port);
  }
}
