import { runCommand } from '../../lib/run-command.ts';
import { type LsofSocket, parseLsof } from './parse-lsof.ts';

/** Paths of the tools, changed only where another program stands in for them. */
export interface DarwinTools {
  readonly netstat: string;
  readonly lsof: string;
  /** Milliseconds until a tool that hangs is killed. */
  readonly timeoutMs: number;
}

export const darwinTools: DarwinTools = {
  netstat: '/usr/sbin/netstat',
  lsof: '/usr/sbin/lsof',
  timeoutMs: 5_000,
};

// -w no warnings, -b nothing that can block in the kernel (dead mounts, File Provider), +c0 names in full.
// Field d is the socket's handle in the kernel: it tells a shared socket from two on one port.
const lsofArgs = ['-nP', '-w', '-b', '-iTCP', '-sTCP:LISTEN', '-iUDP', '+c0', '-F', 'pcuLftdPnT0'];

/**
 * lsof first closes every descriptor up to the limit it was started with. Node raises its own limit to the
 * hard one and hands it on, which on macOS has cost 800,000 close() and 4 s; a shell lowers it again.
 */
const withFewDescriptors = 'ulimit -n 256; exec "$0" "$@"';

/** Listening sockets of the processes that this user may look into. */
export async function runLsof({ lsof, timeoutMs }: DarwinTools): Promise<readonly LsofSocket[]> {
  const result = await runCommand('/bin/sh', ['-c', withFewDescriptors, lsof, ...lsofArgs], { timeoutMs });
  // 1 means nothing found, and also that some of what was asked for was not found. 126 and 127 are the shell's.
  if (result.exitCode === 0 || result.exitCode === 1) return parseLsof(result.stdout.toString('utf8'));
  const message = result.stderr.toString('utf8').trim().split('\n')[0];
  throw new Error(`lsof ended with ${result.exitCode ?? 'a signal'}${message ? `: ${message}` : ''}`);
}
