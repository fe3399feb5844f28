import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { copyText } from '../../store/copy-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './inspector.module.css';

export interface CopiedFactProps {
  readonly name: string;
  readonly text: string;
  /** What the button is called: `Copy the address`. */
  readonly copyName: string;
}

/** A fact that people need elsewhere: the text and a button that copies it. */
export function CopiedFact({ name, text, copyName }: CopiedFactProps) {
  const { store } = useApp();
  const copied = useAppState((state) => state.actions.copied === text);
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.copied}>
        <span className="mono">{text}</span>
        <CopyButton name={copyName} copied={copied} onCopy={() => void copyText(store, text)} />
      </dd>
    </>
  );
}
