import { canListen } from './linux-kill.ts';

/** A port that no system hands out by itself, so that it stays the test's own while nobody listens there. */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await canListen(port)) return port;
  }
}
