import { createHash } from 'node:crypto';
import { pageKeyItem } from '../../shared/rpc/page-key.ts';

export interface AdmitPage {
  readonly body: string;
  /** Lets its one script through the content security policy. */
  readonly scriptHash: string;
}

/** Leaves the key in the storage of the browser and goes on to the interface; the token's address leaves the history. */
export function admitPage(pageKey: string): AdmitPage {
  const item = JSON.stringify(pageKeyItem);
  const script = `localStorage.setItem(${item},${JSON.stringify(pageKey)});location.replace('/')`;
  return {
    body:
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Berth</title><link rel="icon" href="data:,">' +
      `</head><body><noscript>Berth needs JavaScript.</noscript><script>${script}</script></body></html>`,
    scriptHash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  };
}
