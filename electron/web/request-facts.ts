import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from './check-request.ts';

/** What the check needs of a request; headers sent more than once stay visible as such. */
export function readRequestFacts(request: IncomingMessage): RequestFacts {
  const length = request.headers['content-length'];
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    hosts: request.headersDistinct.host ?? [],
    origins: request.headersDistinct.origin ?? [],
    cookie: request.headers.cookie,
    protocols: request.headers['sec-websocket-protocol'],
    hasBody: request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0'),
    isUpgrade: request.headers.upgrade !== undefined,
  };
}
