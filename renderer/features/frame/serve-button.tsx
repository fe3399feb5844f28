import FolderIcon from 'lucide-react/icons/folder';
import { serveFolder } from '../../commands/serve-folder.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { keyName } from '../../ui/kbd.tsx';
import styles from './header.module.css';

/** Not there where this shell serves nothing. */
export function ServeButton() {
  const { enabled, run } = useCommand(serveFolder);
  const offered = useAppState((state) => state.connection.host?.capabilities.includes('serve') ?? false);
  if (!offered) return null;
  return (
    <Button
      className={styles.serve}
      disabled={!enabled}
      title={`${serveFolder.title} (${keyName(serveFolder.keys[0] ?? '')})`}
      onClick={run}
    >
      <Icon of={FolderIcon} />
      <span className={styles.serveText}>Serve folder</span>
    </Button>
  );
}
