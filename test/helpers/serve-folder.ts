import { readdirSync } from 'node:fs';
import type { ServerLimits } from '../../electron/core/folders/server/folder-server.ts';
import type { FolderOptions, RequestRecord } from '../../electron/core/folders/server/serve-folder.ts';
import type { Platform } from '../../shared/contract/host.ts';
import { bundleForNode } from './bundle-for-node.ts';
import { type RawRequest, type RawResponse, rawRequest } from './raw-request.ts';
import { type Listening, startProgram } from './start-program.ts';

/** What a folder is served with when nobody chose otherwise. */
export const usualOptions: Omit<FolderOptions, 'root'> = {
  listing: true,
  spa: false,
  cleanUrls: false,
  cors: false,
  hidden: 'deny',
  links: 'inside',
  compress: false,
  liveReload: false,
};

export interface ServedFolder {
  readonly pid: number;
  readonly port: number;
  readonly ended: Promise<void>;
  readonly get: (target: string, request?: RawRequest) => Promise<RawResponse>;
  readonly nextRecord: () => Promise<RequestRecord>;
  /** Of the server, as the system counts them. */
  readonly openDescriptors: () => number;
}

type Changes = Partial<FolderOptions> & {
  readonly root: string;
  readonly limits?: Partial<ServerLimits>;
  readonly hosts?: readonly string[];
  readonly platform?: Platform;
  readonly port?: number;
};

const nobody = 65534;

/** The real server in a process of its own, as an ordinary user even where the tests run as root. */
export async function serveFolder(changes: Changes): Promise<ServedFolder> {
  const program = await bundleForNode('serve-folder.ts');
  const args = [JSON.stringify({ ...usualOptions, ...changes })];
  const identity = process.getuid?.() === 0 ? { uid: nobody } : {};
  const { told, ended, nextLine } = await startProgram<Listening>(program, { args, ...identity });
  const { pid, port } = told;
  const headers = { Host: `localhost:${port}` };
  return {
    pid,
    port,
    ended,
    get: (target, request = {}) =>
      rawRequest(port, { ...request, target, headers: { ...headers, ...request.headers } }),
    nextRecord: async () => JSON.parse(await nextLine()) as RequestRecord,
    openDescriptors: () => readdirSync(`/proc/${pid}/fd`).length,
  };
}
