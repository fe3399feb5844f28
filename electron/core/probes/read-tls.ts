import type { X509Certificate } from 'node:crypto';
import { connect, type TLSSocket } from 'node:tls';
import type { TlsAnswer } from '../../../shared/contract/probes.ts';
import type { ProbeBudget } from './probe-budget.ts';
import type { ProbeConnection } from './probe-connection.ts';
import { probeLimits } from './probe-limits.ts';
import { isHttpWhole, readHttp } from './readers/read-http.ts';
import { plainText, type Reading, reading } from './readers/reading.ts';

/** A short hello, so that a request fits into the limit too: fewer algorithms than Node.js offers, all in common use. */
const offer = {
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'AES128-GCM-SHA256',
    'AES256-SHA',
  ].join(':'),
  ecdhCurve: 'X25519:prime256v1',
  sigalgs: [
    'ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:rsa_pkcs1_sha256:ecdsa_secp384r1_sha384',
    'rsa_pss_rsae_sha384:rsa_pkcs1_sha384:rsa_pss_rsae_sha512:rsa_pkcs1_sha512:ed25519',
  ].join(':'),
  ALPNProtocols: ['h2', 'http/1.1'],
  // The certificate is what is looked at, so any is accepted. Nothing secret is sent.
  rejectUnauthorized: false,
  servername: 'localhost',
};

/** What a record and the closing alert add to a request. */
const overhead = 22 + 24;

export interface TlsFinding {
  readonly tls: TlsAnswer | null;
  readonly reading: Reading;
  /** Whether the request was sent. */
  readonly hasAsked: boolean;
}

/** Shakes hands over a connection and asks for a page where HTTP/1.1 is spoken. Null when it is not TLS. */
export async function readTls(
  connection: ProbeConnection,
  budget: ProbeBudget,
  request: Buffer,
): Promise<TlsFinding | null> {
  const socket = connect({ ...offer, socket: connection.asStream() });
  const shaken = await handshake(socket);
  if (shaken === 'failed') return null;
  if (shaken === 'refused') return { tls: null, reading: reading('tls'), hasAsked: false };
  const tls = describeTls(socket);
  const mayAsk = socket.alpnProtocol !== 'h2' && budget.canSend(request.length + overhead);
  const answer = mayAsk ? await ask(socket, request) : null;
  await sayGoodbye(socket);
  const http = answer && readHttp(answer);
  if (http)
    return {
      tls,
      reading: { ...http, protocol: http.protocol === 'http' ? 'https' : http.protocol },
      hasAsked: true,
    };
  const protocol = tls.alpn === null ? 'tls' : 'https';
  return { tls, reading: reading(protocol), hasAsked: mayAsk };
}

/** `refused`: it speaks TLS and did not like what was offered. */
function handshake(socket: TLSSocket): Promise<'done' | 'refused' | 'failed'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('failed'), probeLimits.activeMs);
    const settle = (result: 'done' | 'refused' | 'failed') => {
      clearTimeout(timer);
      resolve(result);
    };
    socket.once('secureConnect', () => settle('done'));
    socket.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      settle(/ALERT/.test(code) ? 'refused' : 'failed'),
    );
    socket.once('close', () => settle('failed'));
  });
}

function ask(socket: TLSSocket, request: Buffer): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let quiet: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(quiet);
      clearTimeout(deadline);
      resolve(Buffer.concat(chunks));
    };
    const deadline = setTimeout(finish, probeLimits.activeMs);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      clearTimeout(quiet);
      if (isHttpWhole(Buffer.concat(chunks))) quiet = setTimeout(finish, probeLimits.quietMs);
    });
    socket.once('end', finish);
    socket.once('error', finish);
    socket.once('close', finish);
    socket.write(request);
  });
}

/** Without the closing alert, servers with OpenSSL 3 note an unexpected end. */
function sayGoodbye(socket: TLSSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, probeLimits.closeMs);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    socket.once('close', done);
    socket.end(done);
  });
}

function describeTls(socket: TLSSocket): TlsAnswer {
  const certificate = socket.getPeerX509Certificate() ?? null;
  const alpn = socket.alpnProtocol;
  return {
    version: socket.getProtocol() ?? 'TLS',
    alpn: typeof alpn === 'string' && alpn !== '' ? alpn : null,
    subject: certificate && commonName(certificate.subject),
    issuer: certificate && commonName(certificate.issuer),
    names: certificate ? namesOf(certificate) : [],
    validFrom: certificate && instantOf(certificate.validFrom),
    validTo: certificate && instantOf(certificate.validTo),
    selfSigned: certificate?.checkIssued(certificate) === true,
  };
}

/** `CN=dev.local`, or else the organisation. */
function commonName(name: string | undefined): string | null {
  const value = /^CN=(.*)$/m.exec(name ?? '')?.[1] ?? /^O=(.*)$/m.exec(name ?? '')?.[1];
  return value === undefined ? null : plainText(value, 200);
}

/** `DNS:localhost, IP Address:127.0.0.1`. */
function namesOf({ subjectAltName }: X509Certificate): string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .flatMap((entry) => plainText(entry.replace(/^[^:]*:/, '').replaceAll('"', ''), 255) ?? [])
    .slice(0, 100);
}

function instantOf(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
