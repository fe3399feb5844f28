import path from 'node:path';

export interface FolderWatch {
  /** Resolves when no further change is missed, or when it is known that some will be. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface WatchEvents {
  /** Paths under the root, with slashes. */
  readonly changed: (paths: readonly string[]) => void;
  /** The system does not let us watch; nothing more will come. */
  readonly failed: (error: Error) => void;
}

/** An editor saves in several steps; together they are one change. */
const quietMs = 60;
/** Never looked into: their size stops the watcher, and pages change by what is built from them. */
const unwatched = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Tells which files changed under a folder, several at a time. */
export async function watchFolder(
  root: string,
  ignoresName: (name: string) => boolean,
  events: WatchEvents,
): Promise<FolderWatch> {
  const { watch } = await import('chokidar');
  const ignored = (file: string) => {
    const below = path.relative(root, file);
    return below !== '' && below.split(path.sep).some((name) => unwatched.has(name) || ignoresName(name));
  };
  const watcher = watch(root, { ignored, ignoreInitial: true, followSymlinks: false });
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = [...pending];
    pending.clear();
    events.changed(paths);
  };
  let isReady = false;
  watcher.on('all', (kind, file) => {
    // chokidar 5 finds links to folders anew at its start, whatever `ignoreInitial` says.
    if (!isReady && (kind === 'add' || kind === 'addDir')) return;
    pending.add(path.relative(root, file).split(path.sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(tell, quietMs);
  });
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => {
      isReady = true;
      resolve();
    });
    watcher.on('error', (error) => {
      events.failed(error as Error);
      resolve();
    });
  });
  return {
    ready,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
