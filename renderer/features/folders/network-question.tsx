import { useRef } from 'react';
import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './folder-options.module.css';

export interface NetworkQuestionProps {
  readonly folder: ServedFolder;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAgree: () => void;
}

/** The warning before other machines are let in. */
export function NetworkQuestion({ folder, open, onClose, onAgree }: NetworkQuestionProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog open={open} title="Let other machines open this folder?" onClose={onClose} firstFocus={cancel}>
      <p className={`${styles.path} mono`}>{folder.path}</p>
      <p className={styles.text}>
        Everybody on the same network can then read every file in it
        {folder.options.showHidden ? ', the hidden ones too' : ''}, without a password and unencrypted. It
        turns itself off after two hours, and when this machine joins another network. Open pages load once
        more.
      </p>
      <div className={styles.end}>
        <Button ref={cancel} onClick={onClose}>
          Cancel
        </Button>
        <Button
          tone="danger"
          onClick={() => {
            onClose();
            onAgree();
          }}
        >
          Let the network in
        </Button>
      </div>
    </Dialog>
  );
}
