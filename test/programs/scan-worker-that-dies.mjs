// A worker for the feed's tests: answers scans as the real one does; dies once, on the scan with the id `workerData.dieAt`.
import { parentPort, workerData } from 'node:worker_threads';

const source = { name: 'test', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null };

parentPort.on('message', (message) => {
  if (message.type === 'stop') return parentPort.close();
  if (message.type !== 'scan') return;
  if (message.id === workerData.dieAt && Atomics.exchange(workerData.deaths, 0, 1) === 0) {
    throw new Error('planned death');
  }
  parentPort.postMessage({ type: 'report', report: { delta: null, source } });
  parentPort.postMessage({ type: 'scanned', id: message.id });
});
