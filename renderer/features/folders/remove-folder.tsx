import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useLive } from '../../hooks/use-live.ts';
import { removeFolder } from '../../store/steer-folder.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './folder-options.module.css';
import type { FolderOptionsProps } from './folder-options.tsx';

/** Takes the folder out of the list. What is being served is asked about first. */
export function RemoveFolder({ folder, onFailure }: FolderOptionsProps) {
  const app = useApp();
  const live = useLive();
  const [asking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const remove = async () => {
    setAsking(false);
    const failure = await removeFolder(app, folder);
    if (failure !== null) onFailure(failure);
  };
  return (
    <>
      <Button
        tone="quiet-danger"
        disabled={!live}
        onClick={() => (folder.state === 'serving' ? setAsking(true) : void remove())}
      >
        Remove from the list
      </Button>
      <Dialog
        open={asking}
        title={`Stop serving ${folder.name} and forget it?`}
        onClose={() => setAsking(false)}
        firstFocus={cancel}
      >
        <p className={styles.text}>Its options are forgotten. The folder itself stays as it is.</p>
        <div className={styles.end}>
          <Button ref={cancel} onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button tone="danger" onClick={() => void remove()}>
            Stop and remove
          </Button>
        </div>
      </Dialog>
    </>
  );
}
