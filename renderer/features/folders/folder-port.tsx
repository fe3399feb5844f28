import { type FormEvent, useId, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useLive } from '../../hooks/use-live.ts';
import { readPort } from '../../lib/read-port.ts';
import { changeFolder } from '../../store/steer-folder.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem, TextField } from '../../ui/text-field.tsx';
import styles from './folder-options.module.css';
import type { FolderOptionsProps } from './folder-options.tsx';

/** The port that the folder has, and another one. */
export function FolderPort({ folder, onFailure }: FolderOptionsProps) {
  const app = useApp();
  const live = useLive();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(folder.port);
  const read = readPort(text);
  const problem = 'problem' in read ? read.problem : null;
  const isNew = 'port' in read && read.port !== folder.port;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!('port' in read) || !isNew) return;
    onFailure(await changeFolder(app, { id: folder.id, port: read.port }));
    setTyped(null);
  };
  return (
    <form className={styles.port} onSubmit={(event) => void submit(event)}>
      <label className={styles.label} htmlFor={id}>
        Port
      </label>
      <span className={styles.portLine}>
        <TextField
          id={id}
          className="mono"
          inputMode="numeric"
          size={7}
          value={text}
          disabled={!live}
          problem={problem}
          aria-describedby={`${id}-problem`}
          onChange={(event) => setTyped(event.target.value)}
        />
        {isNew && (
          <Button type="submit" disabled={!live}>
            Use {read.port}
          </Button>
        )}
      </span>
      <FieldProblem id={`${id}-problem`} text={problem} />
    </form>
  );
}
