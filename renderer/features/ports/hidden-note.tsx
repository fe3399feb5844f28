import { toggleHidden } from '../../commands/show-hidden.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { countOf } from '../../lib/count-of.ts';
import { countHidden } from '../../store/hidden-rows.ts';
import { Button } from '../../ui/button.tsx';
import styles from './hidden-note.module.css';

/** Says under the list that it is not all there is. */
export function HiddenNote() {
  const count = useAppState(countHidden);
  const shown = useAppState((state) => state.view.showHidden);
  const { run } = useCommand(toggleHidden);
  if (count === 0) return null;
  return (
    <p className={styles.note}>
      {countOf(count, 'port')} {shown ? 'shown that your settings hide.' : 'hidden by your settings.'}
      <Button tone="quiet" small onClick={run}>
        {shown ? 'Hide' : 'Show'}
      </Button>
    </p>
  );
}
