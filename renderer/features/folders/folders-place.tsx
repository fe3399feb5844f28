import { useRef } from 'react';
import { serveFolder } from '../../commands/serve-folder.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePlaceFocus } from '../../hooks/use-place-focus.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Place } from '../../ui/place.tsx';
import { FolderCard } from './folder-card.tsx';
import styles from './folders-place.module.css';

/** Every folder that Berth serves or remembers. */
export function FoldersPlace() {
  const home = useRef<HTMLElement>(null);
  usePlaceFocus(home);
  const list = useAppState((state) => state.folders.list);
  const live = useLive();
  const offered = useCapability('serve');
  return (
    <Place title="Folders" stale={!live} home={home} quietTitle={list.length === 0}>
      {list.length === 0 ? (
        <NoFolders offered={offered} />
      ) : (
        <ul className={styles.list}>
          {list.map((folder) => (
            <li key={folder.id}>
              <FolderCard folder={folder} />
            </li>
          ))}
        </ul>
      )}
    </Place>
  );
}

function NoFolders({ offered }: { readonly offered: boolean }) {
  const serve = useCommand(serveFolder);
  const drops = useCapability('drop-folders');
  if (!offered) {
    return (
      <Empty title="No folders here">
        This Berth serves none. Run “berth serve” with a folder in a terminal instead.
      </Empty>
    );
  }
  return (
    <Empty
      title="Serve a folder"
      action={
        <span className={styles.ways}>
          <Button tone="primary" disabled={!serve.enabled} onClick={serve.run}>
            Choose a folder
          </Button>
          <span className={styles.key}>
            or press <Kbd keys={serveFolder.keys[0] ?? ''} />
          </span>
        </span>
      }
    >
      {drops ? 'Drop a folder on this window, or choose one. ' : 'Choose a folder. '}
      It gets an address like 127.0.0.1:62893 that only this machine can reach, and its files are read, never
      changed.
    </Empty>
  );
}
