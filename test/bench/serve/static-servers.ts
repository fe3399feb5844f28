import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFolderServer } from '../../../electron/core/folders/server/folder-server.ts';
import { createFolderHandler } from '../../../electron/core/folders/server/serve-folder.ts';

export const serverNames = ['Berth', 'sirv', 'serve-handler', 'http-server'] as const;
export type ServerName = (typeof serverNames)[number];

const options = {
  listing: true,
  spa: false,
  cleanUrls: false,
  cors: false,
  hidden: 'deny',
  links: 'inside',
  compress: false,
  liveReload: false,
} as const;

/** Serves `root` on a port of 127.0.0.1 as the package's own page of instructions says, and prints the port. */
export async function runServer(name: ServerName, root: string, packages: string): Promise<void> {
  const server = await serverOf(name, root, packages);
  server.listen({ host: '127.0.0.1', port: 0 }, () => {
    console.log((server.address() as { port: number }).port);
  });
  process.stdin.once('end', () => process.exit()).resume();
}

async function serverOf(name: ServerName, root: string, packages: string): Promise<Server> {
  const load = async (file: string) =>
    import(pathToFileURL(path.join(packages, 'node_modules', file)).href).then((one) => one.default);
  switch (name) {
    case 'Berth':
      // The record of every request is made; nobody keeps it here.
      return createFolderServer(createFolderHandler({ root, ...options }, 'linux', () => undefined));
    case 'sirv': {
      const sirv = await load('sirv/build.mjs');
      return createServer(sirv(root, { dev: true, etag: true }) as RequestListener);
    }
    case 'serve-handler': {
      const handler = await load('serve-handler/src/index.js');
      return createServer((request, response) => void handler(request, response, { public: root }));
    }
    case 'http-server': {
      const httpServer = await load('http-server/lib/http-server.js');
      return httpServer.createServer({ root }).server;
    }
  }
}
