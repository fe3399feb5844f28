import type { Page } from '@playwright/test';
import type { ServerMessage } from '../../shared/rpc/messages.ts';

/** What the preload puts into the page, as its own tests declare it. */
interface Bridge {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Speaks through the bridge in the page's place, and returns what came back within the time. */
export function say(
  page: Page,
  messages: readonly unknown[],
  forMs = 400,
): Promise<readonly ServerMessage[]> {
  return page.evaluate(
    async ({ toSay, wait }) => {
      const { berth } = window as unknown as { berth: Bridge };
      const heard: unknown[] = [];
      berth.onMessage((message) => void heard.push(message));
      for (const message of toSay) berth.send(message);
      await new Promise((resolve) => setTimeout(resolve, wait));
      return heard as never;
    },
    { toSay: messages, wait: forMs },
  );
}
