import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import { formatAddress } from './describe-holder.ts';

type Told = Pick<ProbeAnswer, 'state' | 'protocol' | 'product' | 'productVersion' | 'http' | 'tls'>;

/** What became of a probe, as one sentence. */
export function describeAnswer(answer: Told, address: string, port: number): string {
  switch (answer.state) {
    case 'identified':
      return `${identified(answer)}.`;
    case 'answered':
      return 'It answers with something that Berth does not know.';
    case 'silent':
      return 'It accepts a connection and says nothing.';
    case 'hung-up':
      return 'It closed the connection without a word.';
    case 'refused':
      return `Nothing accepts a connection at ${formatAddress(address, port)}.`;
    case 'timed-out':
      return `No connection to ${formatAddress(address, port)} came about in time.`;
  }
}

function identified({ protocol, product, productVersion, http, tls }: Told): string {
  const name = product === null ? null : [product, productVersion].filter(Boolean).join(' ');
  const parts: string[] = [];
  if (http) {
    parts.push(`${(protocol ?? 'http').startsWith('https') ? 'HTTPS' : 'HTTP'} ${http.status}`);
    if (http.title !== null) parts.push(`"${http.title}"`);
    if (http.location !== null) parts.push(`redirects to ${http.location}`);
  }
  parts.push(name ?? (http ? '' : (protocol ?? 'it').toUpperCase()));
  if (!http) parts[parts.length - 1] += ' answers';
  if (tls) parts.push(tlsText(tls));
  return parts.filter((part) => part !== '').join(', ');
}

function tlsText({ version, names, subject, selfSigned, validTo }: NonNullable<Told['tls']>): string {
  const who = names[0] ?? subject ?? 'nobody';
  const until = validTo === null ? '' : `, valid until ${validTo.slice(0, 10)}`;
  return `${version} with a ${selfSigned ? 'self-signed ' : ''}certificate for ${who}${until}`;
}
