import { type Endpoint, isHostName, parseEndpoint } from './parse-endpoint.ts';

/** A place in the text that says where something is, in whole or in part. */
export interface Mention extends Endpoint {
  readonly start: number;
  readonly line: number;
  /** How likely it is what the text is about. */
  readonly weight: number;
}

const words = /[^\s"'`()<>{},;|=\\]+/g;
/** The largest number of words that are looked at. */
const mostWords = 20_000;
/** `port 5432`, `port: 3000`, `"port":80`, `dt_socket at address: 5005`. */
const portPhrase = /\b(?:port|address)["']?\s{0,3}[:=#(]?\s{0,3}["']?(\d{1,5})(?![\w]|\.\d)/gi;
/** `EACCES: permission denied 5000`, `Address already in use: bind 8080`, `ProtocolHandler [http-nio-8080]`. */
const endPhrase = /\b(?:bind|denied|already in use|http-nio)[: -]{1,2}"?(\d{2,5})(?![\w]|\.\d)/gi;
/** Prisma puts both in marks of their own. */
const quotedPort = /`[^`\s]{1,253}`:`(\d{2,5})`/g;
/** `('', 9000)`: every address. */
const emptyHost = /\(''\s?,\s?(\d{1,5})\)/g;
/** `ENOTFOUND db`, `connect to host pc104 port 22`. */
const namePhrase =
  /(?:ENOTFOUND|EAI_AGAIN|connect to host|resolve host:|hostname:|lookup) '?([a-z][a-z0-9_.-]{0,252})(?![:\w])/gi;

/** How browsers put it. */
const browserPhrase = /(localhost) (?:refused to connect|didn.t send any data|sent an invalid)/gi;

/** Everything in the text that names a port, an address or a machine, in the order of the text. */
export function findMentions(text: string): readonly Mention[] {
  const lineOf = lineCounter(text);
  const found = [...inWords(text), ...phrases(text)].sort((a, b) => a.start - b.start);
  return found.map((one) => ({
    ...one,
    line: lineOf(one.start),
    weight: one.weight + contextWeight(text.slice(Math.max(0, one.start - 24), one.start)),
  }));
}

type Found = Omit<Mention, 'line'>;

function* inWords(text: string): Generator<Found> {
  let count = 0;
  let before: (Found & { readonly end: number }) | null = null;
  for (const { 0: word, index } of text.matchAll(words)) {
    count += 1;
    if (count > mostWords) return;
    const port = before && portAfter(word, text.slice(before.end, index));
    if (before && port) yield { ...before, port, weight: 4 };
    const endpoint = parseEndpoint(word);
    const found = endpoint && { ...endpoint, start: index, weight: formWeight(endpoint) };
    if (found) yield found;
    before = found?.port === null ? { ...found, end: index + word.length } : null;
  }
}

/** `telnet localhost 6142`, `('127.0.0.1', 8000)`; a number in brackets is an error code. */
function portAfter(word: string, gap: string): number | null {
  if (!/^\d{2,5}$/.test(word) || !/^[ "',]{1,4}$/.test(gap)) return null;
  const port = Number(word);
  return port <= 65_535 ? port : null;
}

function formWeight({ name, address, scheme, port }: Endpoint): number {
  if (port === null) return 0;
  if (address || name === 'localhost' || scheme) return 4;
  return name ? 1 : 3;
}

function* phrases(text: string): Generator<Found> {
  const nothing = { scheme: null, name: null, address: null, port: null };
  for (const pattern of [portPhrase, endPhrase, quotedPort, emptyHost]) {
    for (const { 1: digits, index } of text.matchAll(pattern)) {
      const port = Number(digits);
      if (port >= 1 && port <= 65_535) yield { ...nothing, port, start: index, weight: 3 };
    }
  }
  for (const pattern of [namePhrase, browserPhrase]) {
    for (const { 1: name = '', index } of text.matchAll(pattern)) {
      if (isHostName(name)) yield { ...nothing, name, start: index, weight: 0 };
    }
  }
}

/** The peer of a connection is not what the text is about; where it wanted to go is. */
function contextWeight(before: string): number {
  if (/(?:\bclient:|\bfrom|referrer:)\W{0,6}$/i.test(before)) return -12;
  if (/\bupstream\W{0,6}$/i.test(before)) return 4;
  return /(?:\bto|\bon|\btcp[46]?|address|bind\(\)|ECONNREFUSED|EADDRINUSE|EACCES\W.{0,20})\W{0,4}$/i.test(
    before,
  )
    ? 1
    : 0;
}

function lineCounter(text: string): (position: number) => number {
  let line = 0;
  let counted = 0;
  return (position) => {
    for (; counted < position; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
    return line;
  };
}
