import Module from 'node:module';

type Load = (name: string, ...rest: unknown[]) => unknown;

/** Makes `require('electron')` in this process give the stand-in. */
export function offerElectron(electron: object): void {
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  const names = ['electron', 'electron/main', 'electron/common'];
  loader._load = function (this: unknown, name, ...rest) {
    return names.includes(name) ? electron : load.call(this, name, ...rest);
  };
}
