import { powerMonitor } from 'electron';
import type { Watching } from './watching.ts';

/** Nobody scans while the machine sleeps; afterwards the list is read anew at once. */
export function followPower(watching: Watching): void {
  powerMonitor.on('suspend', () => watching.set('sleep', true));
  powerMonitor.on('resume', () => watching.set('sleep', false));
}
