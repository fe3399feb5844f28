import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ElectronApi } from './electron-api.ts';
import { inPlaceOf } from './on-call.ts';

/** Lets the system do what a test cannot make it do: sleep, lose a display, start the app a second time. */
export function steerSystem({ app, powerMonitor, screen }: Pick<ElectronApi, 'app' | 'powerMonitor' | 'screen'>) {
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  const emit = (emitter: unknown, event: string, ...args: readonly unknown[]) =>
    void (emitter as NodeJS.EventEmitter).emit(event, ...args);

  return {
    suspend: (): void => emit(powerMonitor, 'suspend'),
    resume: (): void => emit(powerMonitor, 'resume'),
    secondInstance: (argv: readonly string[], folder = process.cwd()): void =>
      emit(app, 'second-instance', { preventDefault: () => undefined }, argv, folder, {}),
    /** From now on these are the displays, the first of them the main one. */
    setDisplays(areas: readonly Electron.Rectangle[]): void {
      const displays = areas.map((area, index) => ({ ...screen.getPrimaryDisplay(), id: index + 1, bounds: area, workArea: area }));
      inPlaceOf(screen, 'getAllDisplays', () => displays);
      inPlaceOf(screen, 'getPrimaryDisplay', () => displays[0]);
      emit(screen, 'display-metrics-changed', {}, displays[0], ['bounds', 'workArea']);
    },
    quit: (): void => app.quit(),
    watchStalls(): void {
      stalls.enable();
      stalls.reset();
    },
    /** Milliseconds for which the main thread stood still at most since `watchStalls`, and its 99th percentile. */
    stalls: (): { readonly longest: number; readonly percentile99: number } => ({
      longest: Math.max(0, stalls.max / 1e6 - 1),
      percentile99: Math.max(0, stalls.percentile(99) / 1e6 - 1),
    }),
  };
}
