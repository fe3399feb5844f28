import type { WebServer } from '../../electron/web/start-web-server.ts';
import { rawRequest } from './raw-request.ts';

/** `name=value`, as a browser that opened the printed link sends it from then on. */
export async function admittedCookie({ port, url }: Pick<WebServer, 'port' | 'url'>): Promise<string> {
  const target = `/${new URL(url).search}`;
  const answer = await rawRequest(port, { target, headers: { Host: `127.0.0.1:${port}` } });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
