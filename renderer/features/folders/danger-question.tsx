import type { RefObject } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useFocusWhenLost } from '../../hooks/use-focus-when-lost.ts';
import { useLive } from '../../hooks/use-live.ts';
import { serveFolders } from '../../store/serve-folders.ts';
import type { ServeQuestion } from '../../store/serving-slice.ts';
import { Button } from '../../ui/button.tsx';
import styles from './folder-options.module.css';

export interface DangerQuestionProps {
  readonly question: ServeQuestion;
  readonly cancel: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** A folder that gives away more than was meant: which one, why, and the way out first. */
export function DangerQuestion({ question, cancel, onClose }: DangerQuestionProps) {
  const app = useApp();
  const live = useLive();
  const { path, port, problem } = question;
  useFocusWhenLost(cancel);
  const serve = () => {
    onClose();
    void serveFolders(app, { paths: [path], port, despiteWarning: true });
  };
  return (
    <>
      <p className={`${styles.path} mono`}>{path}</p>
      <p className={styles.text}>{problem?.message}</p>
      <div className={styles.end}>
        <Button ref={cancel} onClick={onClose}>
          Cancel
        </Button>
        <Button tone="danger" disabled={!live} onClick={serve}>
          Serve it anyway
        </Button>
      </div>
    </>
  );
}
