import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkRequest, type Door, type Refusal } from './check-request.ts';
import { refusalPage, refusalStyleHash } from './refusal-page.ts';
import { readRequestFacts } from './request-facts.ts';
import { bareSecurityHeaders, securityHeaders } from './security-headers.ts';
import type { Session } from './session-token.ts';
import type { UiAssets } from './ui-assets.ts';

export interface WebSite extends Door {
  readonly session: Session;
  readonly assets: UiAssets;
}

/** Answers one request for a page or a file. */
export function answerRequest(request: IncomingMessage, response: ServerResponse, site: WebSite): void {
  const verdict = checkRequest(readRequestFacts(request), site);
  const host = request.headers.host ?? '';
  switch (verdict.kind) {
    case 'asset':
      answerAsset(verdict.path, response, site, host);
      break;
    case 'admit':
      answerAdmit(request, response, site, host);
      break;
    case 'go-home':
      redirectHome(response, host, {});
      break;
    case 'refused':
      answerRefusal(verdict, response);
      break;
    case 'socket':
      answerRefusal(notAnUpgrade, response);
      break;
  }
}

const notAnUpgrade: Refusal = { kind: 'refused', status: 400, reason: 'This is not an upgrade.' };
const missing: Refusal = { kind: 'refused', status: 404, reason: 'There is nothing at this address.' };
const noStore = { 'cache-control': 'no-store' };
const emptyPage = { 'content-type': 'text/html; charset=utf-8', 'content-length': '0' };

function answerAsset(path: string, response: ServerResponse, site: WebSite, host: string): void {
  const asset = site.assets.get(path);
  if (!asset) {
    answerRefusal(missing, response);
    return;
  }
  response.writeHead(200, {
    ...securityHeaders(host),
    'content-type': asset.type,
    'content-length': asset.body.length,
    'cache-control': asset.cacheControl,
  });
  response.end(asset.body);
}

function answerAdmit(request: IncomingMessage, response: ServerResponse, site: WebSite, host: string): void {
  const cookie = { 'set-cookie': site.session.setCookie };
  if (request.headers['sec-fetch-site'] !== 'cross-site') {
    redirectHome(response, host, cookie);
    return;
  }
  // After a click on a page of another site a redirect still counts as cross-site, and the browser would hold the
  // strict cookie back. A refresh starts from a page of ours.
  response.writeHead(200, {
    ...securityHeaders(host),
    ...cookie,
    ...noStore,
    ...emptyPage,
    refresh: '0; url=/',
  });
  response.end();
}

function redirectHome(response: ServerResponse, host: string, extra: Record<string, string>): void {
  response.writeHead(303, { ...securityHeaders(host), ...extra, ...noStore, ...emptyPage, location: '/' });
  response.end();
}

/** Also ends the connection, so that nothing more of the request has to be read. */
function answerRefusal(refusal: Refusal, response: ServerResponse): void {
  const body = Buffer.from(refusalPage(refusal));
  response.writeHead(refusal.status, {
    ...bareSecurityHeaders(refusalStyleHash),
    ...noStore,
    ...(refusal.status === 405 ? { allow: 'GET, HEAD' } : {}),
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    connection: 'close',
  });
  response.end(body);
}
