import { STATUS_CODES } from 'node:http';
import type { Exchange } from './exchange.ts';
import { pageHeaders, pageWith } from './page-style.ts';
import type { Refusal, RefusalStatus } from './refusal.ts';

interface Words {
  readonly title: string;
  readonly sentence: string;
}

/** None of them repeats what was asked for or says where the folder lies. */
const words: Readonly<Record<RefusalStatus, Words>> = {
  400: {
    title: 'This is no address of a file',
    sentence: 'It holds something that no name of a file can hold.',
  },
  403: {
    title: 'This may not be read',
    sentence: 'The system does not let Berth read it. Change its permissions, then load the page again.',
  },
  404: { title: 'There is nothing here', sentence: 'No file of the served folder has this address.' },
  405: { title: 'Files can only be read here', sentence: 'Berth answers GET and HEAD.' },
  414: { title: 'This address is too long', sentence: 'No file has a path of that length.' },
  421: {
    title: 'Not under this name',
    sentence: 'This server answers only when it is called by an address of its own, such as localhost.',
  },
  500: { title: 'The file could not be read', sentence: 'The system gave an error. Try again.' },
  503: { title: 'Too much at once', sentence: 'No further file can be opened just now. Try again.' },
};

/** Says no, as a page to who looks and in one line to who does not. */
export function sendRefusal(exchange: Exchange, { status }: Refusal, allow: string): void {
  const headers = status === 405 ? ['Allow', allow, 'Connection', 'close'] : [];
  headers.push('Cache-Control', 'no-store');
  if (!exchange.accepts('text/html')) {
    const text = Buffer.from(`${status} ${STATUS_CODES[status]}\n`);
    exchange.sendWhole(status, [...headers, 'Content-Type', 'text/plain; charset=utf-8'], text);
    return;
  }
  exchange.sendWhole(status, [...headers, ...pageHeaders(false)], pageOf(status));
}

const pages = new Map<RefusalStatus, Buffer>();

function pageOf(status: RefusalStatus): Buffer {
  const made = pages.get(status) ?? Buffer.from(makePage(status));
  pages.set(status, made);
  return made;
}

function makePage(status: RefusalStatus): string {
  const { title, sentence } = words[status];
  const top = status === 421 ? '' : '<p><a href="/">Go to the top of the folder</a></p>';
  const body = `<main class="word"><b>${status}</b><h1>${title}</h1><p>${sentence}</p>${top}</main>`;
  return pageWith(`${status} ${title}`, body);
}
