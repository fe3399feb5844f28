import { memoryUsage } from 'node:process';
import { readBootTime } from '../../electron/core/lib/linux-boot-time.ts';
import { createPortScanner } from '../../electron/core/monitor/port-scanner.ts';

/** Whether memory stays flat: heap and resident size over many scans. `BERTH_SCANS` says how many. */
const scans = Number(process.env.BERTH_SCANS ?? 20_000);
const lines = 10;

const scanner = createPortScanner(
  { platform: 'linux', bootTimeMs: readBootTime() },
  Number.POSITIVE_INFINITY,
);
const startedAt = performance.now();
for (let scan = 1; scan <= scans; scan += 1) {
  const { source } = await scanner.scan();
  if (source.state === 'failing') throw new Error(source.lastError ?? 'the scan failed');
  if (scan % Math.ceil(scans / lines) === 0) print(scan);
}
scanner.close();

function print(scan: number): void {
  globalThis.gc?.();
  const { heapUsed, rss } = memoryUsage();
  const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(2).padStart(7);
  const each = ((performance.now() - startedAt) / scan).toFixed(2);
  console.log(
    `${String(scan).padStart(8)} scans  heap ${inMegabytes(heapUsed)} MB  resident ${inMegabytes(rss)} MB  ${each} ms each`,
  );
}
