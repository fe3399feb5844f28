import type { Protocol } from '../../../../shared/contract/ports.ts';
import { runCommand } from '../../lib/run-command.ts';
import { type NetstatTable, parseNetstat } from './parse-netstat.ts';
import type { DarwinTools } from './run-lsof.ts';

/** The listening sockets of all users, without root. */
export async function runNetstat(tools: DarwinTools, protocol: Protocol): Promise<NetstatTable> {
  // -v: the pid. -l: without it an IPv6 address is cut to 16 characters, with or without -W, on every release.
  const result = await runCommand(tools.netstat, ['-anvlW', '-p', protocol], { timeoutMs: tools.timeoutMs });
  const table = parseNetstat(result.stdout.toString('utf8'));
  if (table.hasPids) return table;
  // In the App Sandbox the sysctl is refused, and netstat prints that and ends with 0. Without sockets it prints
  // no header either; then there is nothing on standard error.
  const message = result.stderr.toString('utf8').trim().split('\n')[0];
  if (result.exitCode === 0 && !message && result.stdout.length === 0) return table;
  throw new Error(`netstat -p ${protocol} told no process numbers${message ? `: ${message}` : ''}`);
}
