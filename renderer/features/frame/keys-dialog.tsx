import { Fragment, useRef } from 'react';
import { allCommands } from '../../commands/all-commands.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './keys-dialog.module.css';

/** The keys of every command that has one. */
export function KeysDialog() {
  const { store } = useApp();
  const open = useAppState((state) => state.view.keysOpen);
  const close = () => patchSlice(store, 'view', { keysOpen: false });
  const closeButton = useRef<HTMLButtonElement>(null);
  return (
    <Dialog open={open} title="Keys" onClose={close} firstFocus={closeButton}>
      <dl className={styles.list}>
        {allCommands
          .filter(({ keys }) => keys.length > 0)
          .map(({ id, title, keys }) => (
            <Fragment key={id}>
              <dt>{title}</dt>
              <dd className={styles.keys}>
                {keys.map((key) => (
                  <Kbd key={key} keys={key} />
                ))}
              </dd>
            </Fragment>
          ))}
      </dl>
      <div className={styles.end}>
        <Button ref={closeButton} onClick={close}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
