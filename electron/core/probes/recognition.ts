import type { Identity } from '../../../shared/contract/identity.ts';

/** What is sent first when nothing came by itself. `listen` sends nothing at all. */
export type Step =
  | 'listen'
  | 'http'
  | 'vite'
  | 'webpack'
  | 'jupyter'
  | 'docker'
  | 'inspector'
  | 'tls'
  | 'http2'
  | 'postgresql'
  | 'redis'
  | 'memcached'
  | 'mongodb'
  | 'amqp'
  | 'kafka';

/** What something is, with what a probe has to know about it. */
export interface Recognition {
  readonly identity: Identity;
  /** The language it speaks; null when that is not known. */
  readonly step: Step | null;
  /** True for servers that answer the step cheaply and run no code of the user for it. */
  readonly gentle: boolean;
}
