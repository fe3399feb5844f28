import type { FolderOptions, RequestRecord } from '../server/serve-folder.ts';

/** What the program that serves one folder is told. */
export type ServeOrder =
  | {
      readonly kind: 'serve';
      readonly options: FolderOptions;
      readonly platform: 'linux' | 'darwin' | 'win32';
      /** Tried in this order; the first that can be had is kept. */
      readonly ports: readonly number[];
      /** Listens on every address instead of on this machine's own. */
      readonly network: boolean;
      /** Names and addresses under which other machines may ask. */
      readonly hosts: readonly string[];
    }
  | { readonly kind: 'stop' };

/** What it tells. */
export type ServeNews =
  | {
      readonly kind: 'listening';
      readonly port: number;
      /** `127.0.0.1`, `::1`, `0.0.0.0`, `::`. */
      readonly addresses: readonly string[];
      /** Those that were tried before and could not be had. */
      readonly taken: readonly PortRefusal[];
    }
  | { readonly kind: 'no-port'; readonly taken: readonly PortRefusal[] }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'requests'; readonly records: readonly RequestRecord[] };

export interface PortRefusal {
  readonly port: number;
  /** EADDRINUSE, EACCES. */
  readonly code: string;
}
