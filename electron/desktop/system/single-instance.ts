import { app } from 'electron';
import { readSecondInstance, type SecondInstance } from './second-instance.ts';

/** True when this is the only Berth of this user; else the other one has been told what this one was started with. */
export function isFirstInstance(started: SecondInstance): boolean {
  return app.requestSingleInstanceLock({ ...started });
}

/** Hears of every later start, with what it was started with. */
export function onSecondInstance(listener: (started: SecondInstance) => void): void {
  // What is in `argv` may have been put into another order, so the other one sends what it read itself.
  app.on('second-instance', (_event, _argv, _folder, data) => listener(readSecondInstance(data)));
}
