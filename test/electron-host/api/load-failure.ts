import type { EventEmitter } from 'node:events';
import { preventableEvent } from './preventable-event.ts';

/** Chromium's error numbers, as far as a page of this app can meet them. */
const numbers: Readonly<Record<string, number>> = { ERR_FAILED: -2, ERR_ABORTED: -3, ERR_FILE_NOT_FOUND: -6 };

/** Tells the listeners that a page did not load, and makes the error with which `loadURL` ends. */
export function loadFailure(contents: EventEmitter, text: string, url: string): Error {
  const code = text.replace('net::', '');
  const errno = numbers[code] ?? -2;
  contents.emit('did-fail-load', preventableEvent(), errno, code, url, true);
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
}
