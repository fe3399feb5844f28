import { useState } from 'react';
import type { FolderOptions as Options, ServedFolder } from '../../../shared/contract/folders.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useLive } from '../../hooks/use-live.ts';
import { folderWords } from '../../lib/folder-words.ts';
import { changeFolder } from '../../store/steer-folder.ts';
import { Switch } from '../../ui/switch.tsx';
import styles from './folder-options.module.css';
import { FolderPort } from './folder-port.tsx';
import { NetworkQuestion } from './network-question.tsx';
import { RemoveFolder } from './remove-folder.tsx';

export interface FolderOptionsProps {
  readonly folder: ServedFolder;
  readonly onFailure: (message: string | null) => void;
}

/** How the folder is served. Each switch takes effect at once. */
export function FolderOptions({ folder, onFailure }: FolderOptionsProps) {
  const app = useApp();
  const live = useLive();
  const [asking, setAsking] = useState(false);
  const change = async (options: Partial<Options>) => {
    onFailure(await changeFolder(app, { id: folder.id, options }));
  };
  return (
    <div className={styles.options}>
      <div className={styles.switches}>
        {folderWords.map(({ option, label, help }) => (
          <Switch
            key={option}
            label={label}
            help={help}
            on={folder.options[option]}
            disabled={!live}
            onChange={(on) => void change({ [option]: on })}
          />
        ))}
        <Switch
          label="Network"
          help="Lets other machines open it, for two hours at most."
          warn
          on={folder.options.network}
          disabled={!live}
          onChange={(on) => (on ? setAsking(true) : void change({ network: false }))}
        />
      </div>
      <div className={styles.rest}>
        <FolderPort folder={folder} onFailure={onFailure} />
        <RemoveFolder folder={folder} onFailure={onFailure} />
      </div>
      <NetworkQuestion
        folder={folder}
        open={asking}
        onClose={() => setAsking(false)}
        onAgree={() => void change({ network: true })}
      />
    </div>
  );
}
