import path from 'node:path';

export interface FolderWatch {
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
  watcher.on('all', (_event, file) => {
    pending.add(path.relative(root, file).split(path.sep).join('/'));
    clearTimeout(timer);
    timer = setTimeout(tell, quietMs);
  });
  watcher.on('error', (error) => events.failed(error as Error));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
