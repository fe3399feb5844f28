import type { WorldConfig } from './frame-messages.ts';
import { openWorldBridge } from './world-bridge.ts';

/** Runs in the page's own world before any of its scripts: takes what the preload exposes, and refuses to open windows itself. */
export function start({ nonce }: Pick<WorldConfig, 'nonce'>): void {
  if (window !== window.top) return;
  const join = (event: Event) => {
    event.stopImmediatePropagation();
    const node = (event as MouseEvent).relatedTarget;
    if (!node) return;
    const bridge = openWorldBridge({
      node,
      mine: 'to-page',
      theirs: 'to-preload',
      freeze: true,
      answers: { expose: (value) => expose(value as { readonly key: string; readonly api: unknown }) },
    });
    // A window that is really opened while two debuggers attach to it can hang both: the handler is asked, none is opened.
    window.open = (address: string | URL = '', frameName = '', features = '') => {
      const url = new URL(address, document.baseURI).href;
      bridge.ask('open', { url, frameName: String(frameName), features: String(features) });
      return null;
    };
  };
  document.addEventListener(nonce, join, { once: true, capture: true });
}

function expose({ key, api }: { readonly key: string; readonly api: unknown }): void {
  if (key in window)
    throw new Error('Cannot bind an API on top of an existing property on the window object');
  Object.defineProperty(window, key, { value: api, enumerable: true, writable: false, configurable: false });
}
