import { useState } from 'react';
import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { useLive } from '../../hooks/use-live.ts';
import { revealNumber } from '../../store/reveal-number.ts';
import { startFolder, stopFolder } from '../../store/steer-folder.ts';
import { Button } from '../../ui/button.tsx';
import styles from './start-stop.module.css';

export interface StartStopProps {
  readonly folder: ServedFolder;
  readonly onFailure: (message: string | null) => void;
}

export function StartStop({ folder, onFailure }: StartStopProps) {
  const app = useApp();
  const live = useLive();
  const opens = useCapability('open-url');
  const [busy, setBusy] = useState(false);
  const [url] = folder.urls;
  const serving = folder.state === 'serving' || folder.state === 'starting';
  const turn = async () => {
    setBusy(true);
    onFailure(await (serving ? stopFolder(app, folder) : startFolder(app, folder)));
    setBusy(false);
  };
  return (
    <span className={styles.actions}>
      {url && opens && (
        <Button
          disabled={!live}
          aria-label={`Open ${folder.name}`}
          onClick={() => window.open(url, '_blank', 'noopener,noreferrer')}
        >
          Open
        </Button>
      )}
      {serving && (
        <Button
          disabled={!live}
          aria-label={`Show ${folder.port} in ports`}
          onClick={() => revealNumber(app.store, folder.port)}
        >
          Show in ports
        </Button>
      )}
      <Button
        disabled={!live || busy}
        tone={serving ? 'plain' : 'accent'}
        aria-label={`${serving ? 'Stop serving' : 'Serve'} ${folder.name}`}
        onClick={() => void turn()}
      >
        {serving ? 'Stop' : folder.state === 'failed' ? 'Try again' : 'Start'}
      </Button>
    </span>
  );
}
