import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface UiAsset {
  readonly body: Buffer;
  readonly type: string;
  readonly cacheControl: string;
}

/** Request path -> file. What is not in the list does not exist, so no request path ever reaches the disk. */
export type UiAssets = ReadonlyMap<string, UiAsset>;

/** The built interface is not where it should be. */
export class UiMissingError extends Error {
  constructor() {
    super('The interface has not been built yet; run npm run build first.');
    this.name = 'UiMissingError';
  }
}

/** Reads the built interface once, so that a rebuild never mixes two of them in one page. */
export async function readUiAssets(folder: string): Promise<UiAssets> {
  const assets = new Map<string, UiAsset>();
  for (const file of await listFiles(folder)) {
    const type = types[path.extname(file).toLowerCase()];
    if (type === undefined) continue;
    const url = `/${file.split(path.sep).map(encodeURIComponent).join('/')}`;
    assets.set(url, {
      body: await readFile(path.join(folder, file)),
      type,
      cacheControl: cacheControl(url),
    });
  }
  const index = assets.get('/index.html');
  if (!index) throw new UiMissingError();
  return assets.set('/', index);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Everything below `assets` has a hash of its content in its name. */
function cacheControl(url: string): string {
  if (url.endsWith('.html')) return 'no-store';
  return url.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
}

/** Also says what is served at all: source maps and other left-overs of a build are not. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};
