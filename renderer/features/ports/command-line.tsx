import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { copyText } from '../../store/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './command-line.module.css';

export interface CommandLineProps {
  readonly line: string;
  /** With a button that puts it on the clipboard. */
  readonly copies?: boolean;
}

/** A command exactly as it would run. */
export function CommandLine({ line, copies = false }: CommandLineProps) {
  const { store } = useApp();
  const copied = useAppState((state) => state.actions.copied === line);
  return (
    <div className={styles.frame}>
      <code className={styles.line}>{line}</code>
      {copies && (
        <Button small aria-label="Copy the command" onClick={() => copyText(store, line)}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </div>
  );
}
