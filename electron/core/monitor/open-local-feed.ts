import type { Clock } from '../lib/clock.ts';
import type { OpenScanFeed } from './scan-feed.ts';
import { ScanLoop, type Scanner } from './scan-loop.ts';

/** Scans on the calling thread: right for a command that runs once, wrong where a window must stay smooth. */
export function openLocalFeed(scanner: Scanner, clock: Clock): OpenScanFeed {
  return (onReport) => {
    const loop = new ScanLoop(scanner, clock, onReport);
    return {
      scanNow: () => loop.scanNow(),
      hurry: () => loop.hurry(),
      setPace: (wish) => loop.setPace(wish),
      close: () => loop.stop(),
    };
  };
}
