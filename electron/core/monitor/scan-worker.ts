import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../lib/clock.ts';
import { isWorthTelling } from './is-worth-telling.ts';
import { createPortScanner } from './port-scanner.ts';
import { splitReport } from './report-pieces.ts';
import { ScanLoop } from './scan-loop.ts';
import type { ScanReport } from './scan-report.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** Entry of the worker thread that owns the scanner. Sends only what is different. */
const port = parentPort;
if (!port) throw new Error('The scan worker runs as a worker thread only.');

/** A list with names missing for a moment is better than none while PowerShell starts, which takes a second. */
const patienceMs = 250;

let told: { readonly report: ScanReport; readonly at: number } | null = null;

const tell = (message: FromWorker) => port.postMessage(message);

const loop = new ScanLoop(createPortScanner(workerData as WorkerStart, patienceMs), systemClock, (report) => {
  const now = systemClock.elapsed();
  if (!isWorthTelling(report, told?.report ?? null, now - (told?.at ?? 0))) return;
  told = { report, at: now };
  const { pieces, rest } = splitReport(report);
  for (const piece of pieces) tell({ type: 'rows', piece });
  tell({ type: 'report', report: rest });
});

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'pace':
      return loop.setPace(message.wish);
    case 'hurry':
      return loop.hurry();
    case 'scan':
      return void loop.scanNow().then(() => tell({ type: 'scanned', id: message.id }));
    case 'stop':
      return void loop.stop().then(() => port.close());
  }
});
