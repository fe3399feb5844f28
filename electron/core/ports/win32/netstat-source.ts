import { runCommand } from '../../lib/run-command.ts';
import { SocketDiffer } from '../diff-sockets.ts';
import type { ListeningSocket, PortSource, SocketChanges } from '../port-source.ts';
import { type NetstatRow, parseNetstat } from './parse-netstat.ts';

/** Paths of the tools, changed only where another program stands in for them. */
export interface Win32Tools {
  readonly netstat: string;
  /** Milliseconds until a tool that hangs is killed. */
  readonly timeoutMs: number;
}

/** `netstat -ano`: all users' sockets with their pid, without administrator rights. */
export class NetstatSource implements PortSource {
  readonly name = 'netstat';
  readonly #tools: Win32Tools;
  readonly #differ = new SocketDiffer();

  constructor(tools: Win32Tools) {
    this.#tools = tools;
  }

  async scan(): Promise<SocketChanges> {
    return this.#differ.diff(toSockets(await runNetstat(this.#tools)));
  }

  close(): void {
    // Holds nothing open between two scans.
  }
}

/** Without -n it looks every address up (10 s); -p TCP would leave IPv6 out. */
export async function runNetstat({ netstat, timeoutMs }: Win32Tools): Promise<readonly NetstatRow[]> {
  const result = await runCommand(netstat, ['-ano'], { timeoutMs });
  const rows = parseNetstat(result.stdout.toString('latin1'));
  // Windows always listens somewhere (RPC on 135, SMB on 445), so no row at all is a failure.
  if (rows.length > 0) return rows;
  throw new Error(`netstat -ano listed nothing (exit code ${result.exitCode ?? 'none'})`);
}

/** A socket keeps its pid for life here, so the pid is part of its key; equal ones are counted. */
export function toSockets(rows: readonly NetstatRow[]): readonly ListeningSocket[] {
  const seen = new Map<string, number>();
  return rows.map(({ protocol, family, address, port, pid }) => {
    const name = `${protocol}${family}:${address}:${port}:${pid}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return {
      key: count === 0 ? name : `${name}#${count}`,
      protocol,
      family,
      address,
      port,
      uid: null,
      // Pid 0 is no process: what held the socket is gone, or is told to nobody.
      owners: pid === 0 ? [] : [{ pid, startTime: null, name: pid === 4 ? 'System' : null }],
      ownersHidden: pid === 0,
    };
  });
}
