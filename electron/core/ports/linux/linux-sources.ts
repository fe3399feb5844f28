import type { SourceCandidate } from '../fallback-source.ts';
import type { PortSource, PortSourceName } from '../port-source.ts';
import { createLsofSource } from './lsof-source.ts';
import { createNetstatSource } from './netstat-source.ts';
import { createProcSource } from './proc-source.ts';
import { createSsSource } from './ss-source.ts';

type LinuxCandidate = SourceCandidate & { readonly name: PortSourceName };

/** Best first: the kernel's own tables cost least, and of the tools ss tells most. */
export function linuxSources(bootTimeMs: number): LinuxCandidate[] {
  return [
    candidate('proc', () => createProcSource({ bootTimeMs })),
    candidate('ss', createSsSource),
    candidate('netstat', createNetstatSource),
    candidate('lsof', createLsofSource),
  ];
}

function candidate(name: PortSourceName, create: () => PortSource): LinuxCandidate {
  return { name, open: async () => ({ source: create(), fallbackReason: null }) };
}
