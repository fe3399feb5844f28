import type { ElectronApplication, Page } from '@playwright/test';
import type { Recorder } from './recorder/recorder.ts';

type Remote = {
  readonly [K in keyof Recorder]: (
    ...args: Parameters<Recorder[K]>
  ) => Promise<Awaited<ReturnType<Recorder[K]>>>;
};

/** How a test reaches into the running app, the same on the stand-in and on real Electron. */
export interface DesktopControl extends Remote {
  /** Lets files go over the middle of the page, as a person does with files from the file manager. */
  dropOnWindow(page: Page, paths: readonly string[]): Promise<void>;
}

export function createControl(app: ElectronApplication): DesktopControl {
  const call = (name: string, args: readonly unknown[]) =>
    app.evaluate(
      (_electron, request) => {
        const { desktopRecorder } = globalThis as unknown as {
          desktopRecorder: Record<string, (...given: readonly unknown[]) => unknown>;
        };
        return desktopRecorder[request.name]?.(...request.args);
      },
      { name, args },
    );
  return new Proxy({ dropOnWindow } as DesktopControl, {
    get(own, name) {
      if (typeof name === 'symbol' || name === 'then' || name in own) return Reflect.get(own, name);
      return (...args: readonly unknown[]) => call(name, args);
    },
  });
}

async function dropOnWindow(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({
    width: window.innerWidth,
    height: window.innerHeight,
  }));
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}
