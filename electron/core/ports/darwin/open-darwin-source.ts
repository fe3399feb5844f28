import { type Clock, systemClock } from '../../lib/clock.ts';
import type { OpenedSource } from '../fallback-source.ts';
import { LsofSource } from './lsof-source.ts';
import { NetstatSource } from './netstat-source.ts';
import { type DarwinTools, darwinTools, runLsof } from './run-lsof.ts';
import { runNetstat } from './run-netstat.ts';

/** netstat where it works, else lsof alone. Throws when neither does. */
export async function openDarwinSource(
  tools: DarwinTools = darwinTools,
  clock: Clock = systemClock,
): Promise<OpenedSource> {
  try {
    await runNetstat(tools, 'tcp');
    return { source: new NetstatSource(tools, clock), fallbackReason: null };
  } catch (error) {
    const fallbackReason = error instanceof Error ? error.message : String(error);
    await runLsof(tools);
    return { source: new LsofSource(tools), fallbackReason };
  }
}
