import type { ElectronApi } from './electron-api.ts';
import { inPlaceOf, onCall } from './on-call.ts';

/** What the app hands to the rest of the system. None of it happens while tests run. */
export function recordOutside(electron: Pick<ElectronApi, 'shell' | 'clipboard' | 'app' | 'nativeImage'>) {
  const { shell, clipboard, app, nativeImage } = electron;
  const openedUrls: string[] = [];
  const shownFiles: string[] = [];
  const images: { readonly file: string; readonly isEmpty: boolean }[] = [];
  let copied: string | null = null;
  let loginItem: Electron.Settings | null = null;
  let badge = 0;

  inPlaceOf(shell, 'openExternal', async (url: string) => void openedUrls.push(url));
  inPlaceOf(shell, 'showItemInFolder', (file: string) => void shownFiles.push(file));
  inPlaceOf(clipboard, 'writeText', async (text: string) => {
    copied = text;
  });
  inPlaceOf(app, 'setLoginItemSettings', (settings: Electron.Settings) => {
    loginItem = settings;
  });
  onCall(app, 'setBadgeCount', (_app, count = 0) => {
    badge = count;
  });
  const load = nativeImage.createFromPath;
  inPlaceOf(nativeImage, 'createFromPath', (file: string) => {
    const image = load(file);
    images.push({ file, isEmpty: image.isEmpty() });
    return image;
  });

  return {
    openedUrls: (): readonly string[] => openedUrls,
    filesShownInFolder: (): readonly string[] => shownFiles,
    clipboardText: (): string | null => copied,
    loginItem: (): Electron.Settings | null => loginItem,
    badgeCount: (): number => badge,
    /** Every image that the app loaded; an empty one was not there. */
    loadedImages: (): typeof images => images,
  };
}
