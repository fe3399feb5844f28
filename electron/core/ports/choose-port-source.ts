import type { Platform } from '../../../shared/contract/host.ts';
import { createProcSource } from './linux/proc-source.ts';
import type { PortSource } from './port-source.ts';

export async function openPortSource({
  bootTimeMs,
}: {
  readonly platform: Platform;
  readonly bootTimeMs: number;
}): Promise<{ readonly source: PortSource; readonly fallbackReason: string | null }> {
  return { source: createProcSource({ bootTimeMs }), fallbackReason: null };
}
