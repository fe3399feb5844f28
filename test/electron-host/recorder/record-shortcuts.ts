import type { ElectronApi } from './electron-api.ts';
import { inPlaceOf } from './on-call.ts';

/** Shortcuts of the whole system, without taking any from it. */
export function recordShortcuts({ globalShortcut }: Pick<ElectronApi, 'globalShortcut'>) {
  const registered = new Map<string, () => void>();
  const taken = new Set<string>();

  inPlaceOf(globalShortcut, 'register', (accelerator: string, callback: () => void) => {
    if (taken.has(accelerator) || registered.has(accelerator)) return false;
    registered.set(accelerator, callback);
    return true;
  });
  inPlaceOf(globalShortcut, 'isRegistered', (accelerator: string) => registered.has(accelerator));
  inPlaceOf(globalShortcut, 'unregister', (accelerator: string) => void registered.delete(accelerator));
  inPlaceOf(globalShortcut, 'unregisterAll', () => registered.clear());

  return {
    shortcuts: (): readonly string[] => [...registered.keys()],
    pressShortcut(accelerator: string): void {
      const callback = registered.get(accelerator);
      if (!callback) throw new Error(`${accelerator} is not registered`);
      callback();
    },
    /** From now on another program has it. */
    occupyShortcut: (accelerator: string): void => void taken.add(accelerator),
  };
}
