import { clickIn, describeMenu, type MenuEntry } from './describe-menu.ts';
import type { ElectronApi } from './electron-api.ts';
import { onCall } from './on-call.ts';

export interface TrayState {
  readonly title: string;
  readonly toolTip: string;
  readonly menu: readonly MenuEntry[];
  /** How often a menu was given to the system. */
  readonly menusSet: number;
  readonly imagesSet: number;
}

interface TrayRecord {
  readonly tray: Electron.Tray;
  title: string;
  toolTip: string;
  menu: Electron.Menu | null;
  menusSet: number;
  imagesSet: number;
}

/** A tray shows itself with the first thing that the app sets on it; Electron keeps no list of them. */
export function recordTray({ Tray, Menu }: Pick<ElectronApi, 'Tray' | 'Menu'>) {
  const records: TrayRecord[] = [];
  let poppedUp: Electron.Menu | null = null;

  const recordOf = (tray: Electron.Tray): TrayRecord => {
    const known = records.find((record) => record.tray === tray);
    if (known) return known;
    const record = { tray, title: '', toolTip: '', menu: null, menusSet: 0, imagesSet: 0 };
    records.push(record);
    return record;
  };
  const shown = (): TrayRecord | undefined => records.findLast(({ tray }) => !tray.isDestroyed());
  const mustShow = (): TrayRecord => {
    const record = shown();
    if (!record) throw new Error('there is no tray icon');
    return record;
  };

  onCall(Tray.prototype, 'setTitle', (tray, title) => {
    recordOf(tray).title = title;
  });
  onCall(Tray.prototype, 'setToolTip', (tray, toolTip) => {
    recordOf(tray).toolTip = toolTip;
  });
  onCall(Tray.prototype, 'setImage', (tray) => {
    recordOf(tray).imagesSet += 1;
  });
  onCall(Tray.prototype, 'setContextMenu', (tray, menu) => {
    const record = recordOf(tray);
    record.menu = menu;
    record.menusSet += 1;
  });
  onCall(Tray.prototype, 'on', (tray) => void recordOf(tray));
  onCall(Tray.prototype, 'popUpContextMenu', (_tray, menu) => {
    poppedUp = menu ?? null;
  });
  onCall(Menu.prototype, 'popup', (menu) => {
    poppedUp = menu;
  });

  return {
    /** Null while there is no icon. */
    tray(): TrayState | null {
      const record = shown();
      if (!record) return null;
      const { title, toolTip, menu, menusSet, imagesSet } = record;
      return { title, toolTip, menu: describeMenu(menu), menusSet, imagesSet };
    },
    clickInTray: (labels: readonly string[]): void => clickIn(mustShow().menu, labels),
    clickTray: (button: 'click' | 'right-click' | 'double-click' = 'click'): void => {
      const { tray } = mustShow();
      const keys = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };
      const event = Object.assign({ preventDefault: () => undefined, defaultPrevented: false }, keys);
      (tray as NodeJS.EventEmitter).emit(button, event, tray.getBounds(), { x: 0, y: 0 });
    },
    /** What macOS reports when files are let go over the icon. */
    dropOnTray: (paths: readonly string[]): void => {
      (mustShow().tray as NodeJS.EventEmitter).emit('drop-files', {}, paths);
    },
    poppedUpMenu: (): readonly MenuEntry[] | null => poppedUp && describeMenu(poppedUp),
    clickInPoppedUpMenu: (labels: readonly string[]): void => clickIn(poppedUp, labels),
    appMenu: (): readonly MenuEntry[] => describeMenu(Menu.getApplicationMenu()),
    clickInAppMenu: (labels: readonly string[]): void => clickIn(Menu.getApplicationMenu(), labels),
  };
}
