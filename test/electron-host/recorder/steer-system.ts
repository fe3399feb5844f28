import type { ElectronApi } from './electron-api.ts';
import { inPlaceOf } from './on-call.ts';
import { type Stalls, watchStalls } from './watch-stalls.ts';

/** Lets the system do what a test cannot make it do: sleep, lose a display, start the app a second time. */
export function steerSystem({
  app,
  powerMonitor,
  screen,
}: Pick<ElectronApi, 'app' | 'powerMonitor' | 'screen'>) {
  let stalls: ReturnType<typeof watchStalls> | null = null;
  const emit = (emitter: unknown, event: string, ...args: readonly unknown[]) =>
    void (emitter as NodeJS.EventEmitter).emit(event, ...args);

  return {
    suspend: (): void => emit(powerMonitor, 'suspend'),
    resume: (): void => emit(powerMonitor, 'resume'),
    secondInstance: (argv: readonly string[], folder = process.cwd()): void =>
      emit(app, 'second-instance', { preventDefault: () => undefined }, argv, folder, {}),
    /** From now on these are the displays, the first of them the main one. */
    setDisplays(areas: readonly Electron.Rectangle[]): void {
      const displays = areas.map((area, index) => ({
        ...screen.getPrimaryDisplay(),
        id: index + 1,
        bounds: area,
        workArea: area,
      }));
      inPlaceOf(screen, 'getAllDisplays', () => displays);
      inPlaceOf(screen, 'getPrimaryDisplay', () => displays[0]);
      emit(screen, 'display-metrics-changed', {}, displays[0], ['bounds', 'workArea']);
    },
    quit: (): void => app.quit(),
    watchStalls(): void {
      stalls?.stop();
      stalls = watchStalls();
    },
    /** The longest stalls of the main thread since `watchStalls`. */
    stalls: (): Stalls => stalls?.longest() ?? { own: 0, withWaiting: 0 },
  };
}
