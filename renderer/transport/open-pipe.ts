import { pageKeyItem } from '../../shared/rpc/page-key.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { type Bridge, openBridgePipe } from './bridge-pipe.ts';
import { openSocketPipe } from './socket-pipe.ts';

declare global {
  interface Window {
    readonly berth?: Bridge & { pathOfDroppedFile(file: File): string };
  }
}

/** The pipe that this page was given: the desktop's bridge, else a WebSocket to where the page came from. */
export function openPipe(): Pipe {
  if (window.berth) return openBridgePipe(window.berth);
  const url = new URL('/pipe', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return openSocketPipe(url.href, localStorage.getItem(pageKeyItem) ?? '');
}
