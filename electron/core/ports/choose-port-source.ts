import type { Platform } from '../../../shared/contract/host.ts';
import { openDarwinSource } from './darwin/open-darwin-source.ts';
import { FallbackSource, type OpenedSource, type SourceCandidate } from './fallback-source.ts';
import { linuxSources } from './linux/linux-sources.ts';
import type { PortSourceName } from './port-source.ts';
import { openWin32Source } from './win32/open-win32-source.ts';

export interface PortSourceOptions {
  readonly platform: Platform;
  /** From `readBootTime` on Linux; elsewhere nothing reads it. */
  readonly bootTimeMs: number;
  /** Sources that are not even tried. */
  readonly exclude?: readonly PortSourceName[];
}

/**
 * Opens the best source that works here; the result of the scan that proved it comes with the first call of `scan`.
 * The reason is up to date whenever it is read: a source can be replaced while it is in use.
 */
export async function openPortSource(options: PortSourceOptions): Promise<OpenedSource> {
  const source = await FallbackSource.open(candidatesFor(options));
  return {
    source,
    get fallbackReason() {
      return source.fallbackReason;
    },
  };
}

function candidatesFor({ platform, bootTimeMs, exclude = [] }: PortSourceOptions): SourceCandidate[] {
  switch (platform) {
    case 'linux':
      return linuxSources(bootTimeMs).filter(({ name }) => !exclude.includes(name));
    case 'darwin':
      return [{ name: platform, open: () => openDarwinSource() }];
    case 'win32':
      return [{ name: platform, open: () => openWin32Source() }];
  }
}
