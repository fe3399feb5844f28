import { createHash } from 'node:crypto';
import type { Refusal } from './check-request.ts';

const style =
  ':root{color-scheme:light dark}' +
  'body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}' +
  'h1{font-size:1.25rem;margin:0 0 .5rem}';

/** Lets the one style of the refusal page through the content security policy. */
export const refusalStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** A page without scripts and without any data that says why and what to do. */
export function refusalPage({ reason }: Refusal): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Berth: not let in</title>' +
    '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">' +
    `<style>${style}</style></head><body><main><h1>Berth did not let this through</h1>` +
    `<p>${escapeHtml(reason)}</p></main></body></html>`
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
