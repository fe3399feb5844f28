import { isIPv6 } from 'node:net';
import type { Symptom } from '../../../shared/contract/doctor.ts';
import type { Family } from '../../../shared/contract/ports.ts';
import { cleanText } from './clean-text.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import { toolOf } from './known-tools.ts';
import { parseEndpoint } from './parse-endpoint.ts';
import type { ExpectedProgram, Pasted, Tool } from './pasted.ts';
import { symptomPatterns } from './symptom-kinds.ts';

/** Understands what a person pasted: a port, an address, or the text of an error. Never throws. */
export function parseSymptom(pasted: string): Pasted {
  const text = cleanText(pasted).trim();
  return bareInput(text) ?? parseError(text);
}

const nothing: Pasted = {
  symptom: 'unknown',
  port: null,
  address: null,
  host: null,
  family: null,
  tool: null,
  expects: null,
  side: 'unknown',
};

/** `62893`, `:3000`, `localhost:5173`, `http://127.0.0.1:8080/x`, `[::1]:3000` and nothing else. */
function bareInput(text: string): Pasted | null {
  if (text.length > 500 || /\s/.test(text)) return null;
  const found = parseEndpoint(/^\d{1,5}$/.test(text) ? `:${text}` : text);
  if (!found || (found.port === null && found.address === null)) return null;
  const { scheme, port, address, name } = found;
  return {
    ...nothing,
    symptom: 'port-only',
    port,
    address,
    host: name,
    family: address === null ? null : familyOf(address),
    expects: scheme === 'http' || scheme === 'https' ? scheme : null,
  };
}

function parseError(text: string): Pasted {
  const [kind, position] = findKind(text);
  const tool = kind === null ? null : toolOf(text);
  const mentions = findMentions(text).filter(({ weight }) => weight > -5);
  const main = mainMention(mentions, lineAt(text, position));
  const port = main?.port ?? (kind === null ? loneNumber(text) : usualPort(tool));
  const fitting = mentions.filter((one) => one.port === null || one.port === port);
  const near = main?.start ?? position;
  const address = main?.address ?? nearest(fitting, near, 'address');
  const side = kind === null ? 'unknown' : sideOf(kind, text);
  return {
    symptom: kind ?? (port === null ? 'unknown' : 'port-only'),
    port,
    address,
    host: main?.name ?? nearest(fitting, near, 'name'),
    family: commonFamily(fitting),
    tool,
    expects: side === 'client' ? expectedOf(text, tool, fitting) : null,
    side,
  };
}

function findKind(text: string): readonly [Symptom | null, number] {
  for (const [kind, pattern] of symptomPatterns) {
    const position = text.search(pattern);
    if (position >= 0) return [kind, position];
  }
  return [null, 0];
}

/** The one with a port that stands nearest to what went wrong. */
function mainMention(mentions: readonly Mention[], symptomLine: number): Mention | null {
  let best: Mention | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of mentions) {
    if (one.port === null) continue;
    const distance = Math.abs(one.line - symptomLine);
    const score = one.weight + (distance === 0 ? 6 : -Math.min(distance, 20) / 4);
    if (score > most) [best, most] = [one, score];
  }
  return best;
}

/** Characters between a port and the address that belongs to it. */
const farthest = 500;

function nearest(mentions: readonly Mention[], position: number, what: 'address' | 'name'): string | null {
  let best: string | null = null;
  let least = farthest;
  for (const one of mentions) {
    const distance = Math.abs(one.start - position);
    if (one[what] !== null && distance < least) [best, least] = [one[what], distance];
  }
  return best;
}

function commonFamily(mentions: readonly Mention[]): Family | null {
  const families = new Set(mentions.flatMap(({ address }) => (address === null ? [] : [familyOf(address)])));
  return families.size === 1 ? ([...families][0] ?? null) : null;
}

function familyOf(address: string): Family {
  return isIPv6(address) ? 6 : 4;
}

const wantsToListen: ReadonlySet<Symptom> = new Set(['in-use', 'permission-denied', 'address-not-available']);

function sideOf(kind: Symptom, text: string): 'server' | 'client' {
  if (!wantsToListen.has(kind)) return 'client';
  return kind !== 'in-use' && /\bconnect (?:EACCES|EADDRNOTAVAIL)|\bdial tcp/.test(text)
    ? 'client'
    : 'server';
}

function expectedOf(text: string, tool: Tool | null, mentions: readonly Mention[]): ExpectedProgram | null {
  switch (tool) {
    case 'java':
      return /target VM|remote VM|debugger|jdwp|\bjdi\b/i.test(text) ? 'java-debugger' : schemeOf(mentions);
    case 'postgres':
    case 'mysql':
    case 'mongodb':
    case 'redis':
    case 'ssh':
    case 'kubernetes':
      return tool;
    case 'curl':
    case 'browser':
      return schemeOf(mentions) ?? 'http';
    default:
      return schemeOf(mentions) ?? poolScheme(text);
  }
}

function schemeOf(mentions: readonly Mention[]): 'http' | 'https' | null {
  const schemes = new Set(mentions.map(({ scheme }) => scheme));
  if (schemes.has('https')) return 'https';
  return schemes.has('http') ? 'http' : null;
}

/** What urllib3 calls its connections. */
function poolScheme(text: string): 'http' | 'https' | null {
  const [, secure] = /HTTP(S?)ConnectionPool/.exec(text) ?? [];
  if (secure === undefined) return null;
  return secure === 'S' ? 'https' : 'http';
}

/** Clients that say no port use this one. */
function usualPort(tool: Tool | null): number | null {
  switch (tool) {
    case 'mysql':
      return 3306;
    case 'postgres':
      return 5432;
    case 'redis':
      return 6379;
    default:
      return null;
  }
}

/** The port in `who has 62893?`: the only number of a short text. */
function loneNumber(text: string): number | null {
  if (text.length > 200) return null;
  const [number, ...others] = text.match(/(?<![\w.:])\d{3,5}(?![\w:]|\.\d)/g) ?? [];
  const port = Number(number);
  return number !== undefined && others.length === 0 && port <= 65_535 ? port : null;
}

function lineAt(text: string, position: number): number {
  let line = 0;
  for (
    let index = text.indexOf('\n');
    index >= 0 && index < position;
    index = text.indexOf('\n', index + 1)
  ) {
    line += 1;
  }
  return line;
}
