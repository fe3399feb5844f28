import type { WebServer } from '../../electron/web/start-web-server.ts';
import { pageKeyItem } from '../../shared/rpc/page-key.ts';
import { rawRequest } from './raw-request.ts';

/** What a browser has once it opened the printed link. */
export interface AdmittedBrowser {
  /** `name=value`, sent with every request. */
  readonly cookie: string;
  /** In the storage of the page. */
  readonly pageKey: string;
}

export async function admittedBrowser({
  port,
  url,
}: Pick<WebServer, 'port' | 'url'>): Promise<AdmittedBrowser> {
  const target = `/${new URL(url).search}`;
  const { headers, body } = await rawRequest(port, { target, headers: { Host: `127.0.0.1:${port}` } });
  return {
    cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
    pageKey: new RegExp(`"${pageKeyItem}","([\\w-]+)"`).exec(body)?.[1] ?? '',
  };
}
