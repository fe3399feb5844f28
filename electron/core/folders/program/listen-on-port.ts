import type { Server } from 'node:http';
import { createServer as createPlainServer } from 'node:net';

/** Without IPv6, or without that address, there is nothing to listen on there. */
const notHere = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EPROTONOSUPPORT', 'EINVAL']);

export type Listening =
  | { readonly ok: true; readonly servers: readonly Server[]; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly code: string };

export interface ListenWish {
  readonly port: number;
  readonly network: boolean;
  /** A new server each time, for each address needs its own. */
  readonly create: () => Server;
}

/**
 * Listens on one port of both families and keeps it, or leaves no trace. A port counts as taken when any program
 * listens on it on any usual address: macOS and Windows would let both stand side by side, and `localhost` would then
 * lead to either.
 */
export async function listenOnPort({ port, network, create }: ListenWish): Promise<Listening> {
  if (!network && (await isTakenElsewhere(port))) return { ok: false, code: 'EADDRINUSE' };
  const [v4, v6] = network ? (['0.0.0.0', '::'] as const) : (['127.0.0.1', '::1'] as const);
  const first = create();
  const refusal = await listen(first, port, v4);
  if (refusal !== null) return { ok: false, code: refusal };
  const second = create();
  const refusal6 = await listen(second, port, v6);
  if (refusal6 === null) return { ok: true, servers: [first, second], addresses: [v4, v6] };
  if (notHere.has(refusal6)) return { ok: true, servers: [first], addresses: [v4] };
  first.close();
  return { ok: false, code: refusal6 };
}

/** Null when it listens, else the system's word for why not. */
function listen(server: Server, port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const refuse = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message);
    server.once('error', refuse);
    server.listen({ port, host, exclusive: true, ipv6Only: host.includes(':') }, () => {
      server.off('error', refuse);
      resolve(null);
    });
  });
}

/** Only a wildcard that is in use says something here: EACCES comes from ranges that Windows keeps. */
async function isTakenElsewhere(port: number): Promise<boolean> {
  for (const host of ['0.0.0.0', '::']) {
    if ((await tryWildcard(port, host)) === 'EADDRINUSE') return true;
  }
  return false;
}

function tryWildcard(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createPlainServer((socket) => socket.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? null));
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::' }, () =>
      server.close(() => resolve(null)),
    );
  });
}
