import path from 'node:path';
import { app, globalShortcut, session } from 'electron';
import type { CommandFacts } from '../../shared/contract/commands.ts';
import type { Platform } from '../../shared/contract/host.ts';
import { systemClock as clock } from '../core/lib/clock.ts';
import { createStderrLog } from '../core/lib/stderr-log.ts';
import { registerAppScheme, serveAppScheme } from './app-protocol.ts';
import { desktopServices } from './desktop-services.ts';
import { foldersOnCommandLine, hiddenSwitch } from './folders/folders-on-command-line.ts';
import { serveFolders } from './folders/serve-folders.ts';
import { openIpcEndpoint } from './ipc-endpoint.ts';
import { lockDown } from './lock-down.ts';
import { WindowMenu } from './menu/window-menu.ts';
import { followChanges } from './notices/follow-changes.ts';
import { NoticeBoard } from './notices/notice-board.ts';
import { openCore, userFolder } from './open-core.ts';
import { quitInOrder } from './quit-in-order.ts';
import { servePage } from './serve-page.ts';
import { followPower } from './system/follow-power.ts';
import { followSettings } from './system/follow-settings.ts';
import { hasTrayHost } from './system/has-tray-host.ts';
import { ShortcutKeeper } from './system/shortcut-keeper.ts';
import { isFirstInstance, onSecondInstance } from './system/single-instance.ts';
import { startAtLogin, wasStartedAtLogin } from './system/start-at-login.ts';
import { TrayHost } from './system/tray-host.ts';
import { Watching } from './system/watching.ts';
import { attachTray } from './tray/attach-tray.ts';
import { checkUpdates } from './updates/check-updates.ts';
import { followUpdates } from './updates/follow-updates.ts';
import { loadUpdater } from './updates/load-updater.ts';
import { readUpdateFacts, updatesArePossible } from './updates/updates-are-possible.ts';
import { WindowMemory } from './window/window-memory.ts';
import { Windows } from './windows.ts';

const bundleFolder = import.meta.dirname;
const platform = process.platform as Platform;
const log = createStderrLog('warn');

// Chromium's own files stay out of the folder with the user's settings, and the lock below lies in theirs.
app.setPath('userData', path.join(userFolder(platform), 'desktop'));
// Windows shows notifications only for the program that an installed shortcut names with this.
app.setAppUserModelId('app.berth.desktop');
app.enableSandbox();
registerAppScheme();

const named = {
  folders: foldersOnCommandLine({
    argv: process.argv,
    appPath: app.getAppPath(),
    isPackaged: app.isPackaged,
    workingFolder: process.cwd(),
  }),
  isHidden: process.argv.includes(hiddenSwitch),
};

if (isFirstInstance(named)) {
  start().catch((error: unknown) => {
    log.error('Berth could not start', error);
    app.exit(1);
  });
} else {
  app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  lockDown(session.defaultSession, log.warn);
  serveAppScheme(path.join(bundleFolder, '../renderer'));

  const core = openCore(platform, log, bundleFolder);
  const possible = updatesArePossible(
    readUpdateFacts({
      platform,
      isPackaged: app.isPackaged,
      execPath: process.execPath,
      resourcesPath: process.resourcesPath,
      env: process.env,
    }),
  );
  const first = await core.settings();
  const trayHost = new TrayHost({ platform, ask: () => hasTrayHost() });
  const windows = new Windows({
    preload: path.join(bundleFolder, '../preload/preload.cjs'),
    memory: new WindowMemory(userFolder(platform), log.warn),
    clock,
    warn: log.warn,
    staysAround: () => trayHost.isThere && settings().closeToTray,
    onVisible(visible) {
      showInDock(visible);
      void trayHost.look();
    },
  });
  const board = new NoticeBoard(({ listenerId }) => windows.showPort(listenerId), log.warn);
  const shortcut = new ShortcutKeeper({
    registry: globalShortcut,
    pressed: () => windows.main.show(),
    refused: (body) => board.show({ key: 'shortcut', title: 'No shortcut', body, listenerId: null }),
  });
  const settings = followSettings(first, {
    core,
    shortcut,
    startAtLogin: (wanted) => startAtLogin(platform, wanted),
    warn: log.warn,
  });
  const menu = new WindowMenu(platform, {
    runCommand: (id) => windows.runCommand({ id }),
    showWindow: () => windows.main.show(),
    quit: () => app.quit(),
  });
  openIpcEndpoint({
    warn: log.warn,
    onPipe(pipe, contents) {
      const offerCommands = (commands: readonly CommandFacts[]) => menu.offer(commands);
      servePage(
        core,
        pipe,
        desktopServices({ windows, contents, offerCommands, platform, updates: possible.possible }),
        log,
      );
    },
  });

  const onFolders = (paths: readonly string[]) => {
    const hands = { folders: core.folders, showInWindow: windows.showInMain, tell: board.show };
    serveFolders(hands, paths).catch((error: unknown) => log.error('A folder could not be served', error));
  };
  const watching = new Watching(core);
  followPower(watching);
  const endNotices = followChanges({ core, clock, settings, show: board.show });
  const iconFolder = path.join(bundleFolder, 'icons');
  const takeTrayAway = attachTray({
    ...{ platform, iconFolder, core, clock, log, settings, windows, board, watching, onFolders },
    openUpdates: (changed) =>
      followUpdates({
        clock,
        looksByItself: () => settings().checkForUpdates,
        show: board.show,
        changed,
        open: (onUpdate) => checkUpdates({ possible, loadUpdater, onUpdate, beforeInstall: letNextOneStart }),
      }),
    quit: () => app.quit(),
  });
  quitInOrder(async () => {
    endNotices();
    takeTrayAway();
    shortcut.release();
    board.close();
    await windows.close();
    await core.close();
  });

  await Promise.all([trayHost.look(), core.startWatching()]);
  if (wasStartedAtLogin(platform, process.argv)) showInDock(false);
  else windows.main.show();
  onFolders(named.folders);
  onSecondInstance(({ folders, isHidden }) => {
    if (!isHidden) windows.main.show();
    onFolders(folders);
  });
}

/** The version that was fetched may start while this one still ends. */
function letNextOneStart(): void {
  app.releaseSingleInstanceLock();
}

/** macOS shows a running program in the dock unless it is told that only its icon in the bar is left. */
function showInDock(visible: boolean): void {
  if (visible) void app.dock?.show();
  else app.dock?.hide();
}
