import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitPage } from './admit-page.ts';
import { checkRequest, type Door, type Refusal } from './check-request.ts';
import { refusalPage, refusalStyleHash } from './refusal-page.ts';
import { readRequestFacts } from './request-facts.ts';
import { admitSecurityHeaders, bareSecurityHeaders, securityHeaders } from './security-headers.ts';
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
      answerAdmit(response, site);
      break;
    case 'go-home':
      redirectHome(response, host);
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

function answerAdmit(response: ServerResponse, { session }: WebSite): void {
  const page = admitPage(session.pageKey);
  const body = Buffer.from(page.body);
  response.writeHead(200, {
    ...admitSecurityHeaders(page.scriptHash),
    ...noStore,
    'set-cookie': session.setCookie,
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

function redirectHome(response: ServerResponse, host: string): void {
  response.writeHead(303, { ...securityHeaders(host), ...noStore, ...emptyPage, location: '/' });
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
