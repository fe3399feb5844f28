import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { clearHistory } from '../../store/clear-history.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './clear-history.module.css';

export interface ClearHistoryProps {
  readonly disabled: boolean;
  readonly onCleared: () => void;
}

/** Forgets everything, after a yes. */
export function ClearHistory({ disabled, onCleared }: ClearHistoryProps) {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const clear = async () => {
    const problem = await clearHistory(app);
    setFailure(problem);
    if (problem !== null) return;
    setAsking(false);
    onCleared();
  };
  return (
    <>
      <Button
        disabled={disabled}
        onClick={() => {
          setFailure(null);
          setAsking(true);
        }}
      >
        Clear
      </Button>
      <Dialog
        open={asking}
        title="Clear the whole history?"
        onClose={() => setAsking(false)}
        firstFocus={cancel}
      >
        <p className={styles.text}>
          Who held which port until now is forgotten for good. What is held now is written down anew.
        </p>
        {failure !== null && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        <div className={styles.end}>
          <Button ref={cancel} onClick={() => setAsking(false)}>
            Cancel
          </Button>
          <Button tone="danger" onClick={() => void clear()}>
            Clear the history
          </Button>
        </div>
      </Dialog>
    </>
  );
}
