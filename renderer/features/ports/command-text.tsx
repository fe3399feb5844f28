import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { quoteCommand } from '../../lib/quote-command.ts';
import { copyText } from '../../store/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** The command line as it could be typed again. */
export function CommandText({ command }: { readonly command: readonly string[] }) {
  const { store } = useApp();
  const shell = useAppState((state) => (state.connection.host?.platform === 'win32' ? 'windows' : 'posix'));
  const line = quoteCommand(command, shell);
  const copied = useAppState((state) => state.actions.copied === line);
  return (
    <InspectorSection
      title="Command"
      action={
        <Button tone="quiet" small aria-label="Copy the command" onClick={() => copyText(store, line)}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      }
    >
      <p className={styles.command}>{line}</p>
    </InspectorSection>
  );
}
