import { useId, useState } from 'react';
import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatLength, formatMoment } from '../../lib/format-time.ts';
import { copyText } from '../../store/copy-text.ts';
import { changeFolder } from '../../store/steer-folder.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './network-access.module.css';

export interface NetworkAccessProps {
  readonly folder: ServedFolder;
  readonly onFailure: (message: string | null) => void;
}

/** Where other machines find the folder, until when, and the way to end that. */
export function NetworkAccess({ folder, onFailure }: NetworkAccessProps) {
  const app = useApp();
  const live = useLive();
  const [showing, setShowing] = useState<string | null>(null);
  const id = useId();
  const code = showing !== null && folder.networkUrls.includes(showing) ? showing : null;
  const turnOff = async () =>
    onFailure(await changeFolder(app, { id: folder.id, options: { network: false } }));
  return (
    <section className={styles.access} aria-label={`Network access to ${folder.name}`}>
      <div className={styles.words}>
        <p>
          Everybody on this network can read it. <Until folder={folder} />
        </p>
        <ul className={styles.urls}>
          {folder.networkUrls.map((url) => (
            <li key={url} className={styles.url}>
              <span className="mono">{url}</span>
              <CopyUrl url={url} />
              <Button
                tone="quiet"
                small
                aria-expanded={code === url}
                aria-controls={id}
                aria-label={`QR code of ${url}`}
                onClick={() => setShowing(code === url ? null : url)}
              >
                QR code
              </Button>
            </li>
          ))}
        </ul>
        <Button small disabled={!live} onClick={() => void turnOff()}>
          Turn the network off
        </Button>
      </div>
      <div id={id}>{code && <QrCode text={code} />}</div>
    </section>
  );
}

function Until({ folder: { networkUntil } }: { readonly folder: ServedFolder }) {
  const now = useNow(5000);
  if (networkUntil === null) return null;
  const left = Date.parse(networkUntil) - now;
  return (
    <span title={formatMoment(networkUntil)}>
      {left > 0 ? `It turns itself off in ${formatLength(left)}.` : 'It is about to turn itself off.'}
    </span>
  );
}

function CopyUrl({ url }: { readonly url: string }) {
  const { store } = useApp();
  const copied = useAppState((state) => state.actions.copied === url);
  return <CopyButton name={`Copy ${url}`} copied={copied} onCopy={() => void copyText(store, url)} />;
}
