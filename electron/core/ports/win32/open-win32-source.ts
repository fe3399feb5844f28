import { join } from 'node:path/win32';
import type { OpenedSource } from '../fallback-source.ts';
import { NetstatSource, runNetstat, type Win32Tools } from './netstat-source.ts';

/** By absolute path: a netstat.exe in the working folder must never be run. */
export function win32Tools(environment: NodeJS.ProcessEnv): Win32Tools {
  const netstat = join(environment.SystemRoot ?? 'C:\\Windows', 'System32', 'netstat.exe');
  return { netstat, timeoutMs: 10_000 };
}

/** Opens `netstat -ano`. Throws when it cannot be used: there is nothing cheaper left to fall back to. */
export async function openWin32Source(tools: Win32Tools = win32Tools(process.env)): Promise<OpenedSource> {
  await runNetstat(tools);
  return { source: new NetstatSource(tools), fallbackReason: null };
}
