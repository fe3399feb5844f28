import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { appHost } from './own-page.ts';

/** The page loads its own files and speaks through its bridge; it connects to nothing. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Also says what is served at all. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers one request of the private scheme with a file of the built interface, or refuses it. */
export async function answerAppRequest(
  uiFolder: string,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== appHost) return refuse(404);
  if (request.method !== 'GET') return refuse(405);
  const type = contentTypes[path.extname(url.pathname).toLowerCase()];
  const file = type && (await fileInside(uiFolder, url.pathname));
  if (!type || !file) return refuse(404);
  return new Response(new Uint8Array(await readFile(file)), { headers: headers(type) });
}

/** The file that a request path names, or null when there is none inside the folder, also behind a link. */
async function fileInside(folder: string, pathname: string): Promise<string | null> {
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, decodeURIComponent(pathname)));
    const within = path.relative(root, file);
    const leadsOut = within === '..' || within.startsWith(`..${path.sep}`) || path.isAbsolute(within);
    return leadsOut ? null : file;
  } catch {
    return null;
  }
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') });
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
