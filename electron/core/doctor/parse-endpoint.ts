import { isIPv4, isIPv6 } from 'node:net';

/** What one word of a text says about where something is. */
export interface Endpoint {
  /** `http`, `postgresql`, ... in small letters. */
  readonly scheme: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly port: number | null;
}

const schemePorts: Readonly<Record<string, number>> = {
  http: 80,
  ws: 80,
  https: 443,
  wss: 443,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  redis: 6379,
  mongodb: 27_017,
  amqp: 5672,
  ssh: 22,
};

const longestWord = 2000;

/** Reads `localhost:3000`, `[::1]:80`, `:::5000`, `http://u:p@host/path`, `localhost/127.0.0.1:9092`; null for other words. */
export function parseEndpoint(word: string): Endpoint | null {
  if (word.length > longestWord) return null;
  const plain = withoutPunctuation(word);
  const schemeEnd = plain.indexOf('://');
  if (schemeEnd > 0) return withScheme(plain.slice(0, schemeEnd), plain.slice(schemeEnd + 3));
  const [first = '', second] = plain.replace(/^\//, '').split('/', 2);
  return resolvedName(first, second) ?? parseAuthority(first);
}

function withScheme(before: string, after: string): Endpoint | null {
  const scheme = before.slice(before.lastIndexOf(':') + 1).toLowerCase();
  if (!/^[a-z][a-z0-9+.-]{0,20}$/.test(scheme)) return null;
  const authority = after.split(/[/?#]/, 1)[0] ?? '';
  const found = parseAuthority(authority.slice(authority.lastIndexOf('@') + 1), isHostName);
  return found && { ...found, scheme, port: found.port ?? schemePorts[scheme] ?? null };
}

/** Java writes a name and the address it was resolved to with a slash between. */
function resolvedName(name: string, address: string | undefined): Endpoint | null {
  if (address === undefined) return null;
  const found = parseAuthority(address);
  return found?.address && isHostName(name) ? { ...found, name } : null;
}

function parseAuthority(text: string, isName = isLikelyName): Endpoint | null {
  const { host, digits } = splitPort(text);
  const port = digits === null ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const found = { scheme: null, name: null, address: null, port };
  if (host === '' || host === '*' || isMissing(host)) return port === null ? null : found;
  const address = addressOf(host);
  if (address) return { ...found, address };
  if (/^localhost$/i.test(host)) return { ...found, name: 'localhost' };
  const isKnown = port === null ? isName === isHostName && isName(host) : isName(host);
  return isKnown ? { ...found, name: host } : null;
}

/** `::1:3000` is an address and a port in what programs print, although it could be an address alone. */
function splitPort(text: string): { readonly host: string; readonly digits: string | null } {
  const [, bracketed, inBrackets = null] = /^\[([^\]]{0,80})\](?::(\d{1,5}))?$/.exec(text) ?? [];
  if (bracketed !== undefined) return { host: bracketed, digits: inBrackets };
  const [, host, digits] = /^(.{0,255}):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || digits === undefined) return { host: text, digits: null };
  const isAddressAlone = isIPv6(text) && !/^::1?$|%|\./.test(host);
  return isAddressAlone ? { host: text, digits: null } : { host, digits };
}

function addressOf(host: string): string | null {
  if (isIPv4(host)) return host;
  return isIPv6(host) ? host.toLowerCase() : null;
}

/** Not what programs print where a name is missing. */
export function isHostName(text: string): boolean {
  return /^[a-z0-9_](?:[a-z0-9_.-]{0,252})$/i.test(text) && !isMissing(text);
}

function isMissing(text: string): boolean {
  return /^(?:undefined|null|none)$/i.test(text);
}

const fileEnding =
  /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|scala|cs|php|c|cc|cpp|h|hpp|vue|svelte|html?|ex|lua|jar|swift|log|ya?ml|json)$/i;
/** Words that stand before a colon and a number that is no port. */
const noName =
  /^(?:err(?:or|no|ors)?|code|line|col(?:umn)?|pid|status|exit|version|count|size|time|id|node|port|address)$/i;

/** A name without a scheme must look like one: `file.js:12` and `errno:98` are no places. */
function isLikelyName(text: string): boolean {
  return /^[a-z]/i.test(text) && isHostName(text) && !fileEnding.test(text) && !noName.test(text);
}

function withoutPunctuation(word: string): string {
  let end = word.length;
  while (end > 0 && '.!?'.includes(word[end - 1] ?? '')) end -= 1;
  if (word[end - 1] === ']' && !word.includes('[')) end -= 1;
  if (word[end - 1] === ':' && word[end - 2] !== ':') end -= 1;
  return word.slice(0, end);
}
