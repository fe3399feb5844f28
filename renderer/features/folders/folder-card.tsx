import ChevronIcon from 'lucide-react/icons/chevron-down';
import { type ReactNode, useId, useState } from 'react';
import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { shortenPath } from '../../lib/shorten-path.ts';
import { copyText } from '../../store/copy-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { describeFolder, hostOfUrl } from './describe-folder.ts';
import styles from './folder-card.module.css';
import { FolderLogView } from './folder-log-view.tsx';
import { FolderNumbers } from './folder-numbers.tsx';
import { FolderOptions } from './folder-options.tsx';
import { NetworkAccess } from './network-access.tsx';
import { StartStop } from './start-stop.tsx';

/** One folder: where it is to be had, how that goes, and what can be changed about it. */
export function FolderCard({ folder }: { readonly folder: ServedFolder }) {
  const [open, setOpen] = useState<'options' | 'log' | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const id = useId();
  const toggle = (part: 'options' | 'log') => setOpen(open === part ? null : part);
  const message = failure ?? folder.message;
  return (
    <article className={joinClasses(styles.card, styles[folder.state])} aria-label={`Folder ${folder.name}`}>
      <div className={styles.top}>
        <Address folder={folder} />
        <StartStop folder={folder} onFailure={setFailure} />
      </div>
      {message && (
        <p className={folder.state === 'failed' || failure ? styles.failure : styles.note}>{message}</p>
      )}
      {folder.networkUrls.length > 0 && <NetworkAccess folder={folder} onFailure={setFailure} />}
      <div className={styles.bottom}>
        <FolderNumbers folder={folder} />
        <span className={styles.parts}>
          <Part name="Options" open={open === 'options'} controls={id} onToggle={() => toggle('options')} />
          <Part name="Requests" open={open === 'log'} controls={id} onToggle={() => toggle('log')} />
        </span>
      </div>
      <div id={id} hidden={open === null} className={styles.opened}>
        {open === 'options' && <FolderOptions folder={folder} onFailure={setFailure} />}
        {open === 'log' && <FolderLogView folder={folder} />}
      </div>
    </article>
  );
}

function Address({ folder }: { readonly folder: ServedFolder }) {
  const { store } = useApp();
  const home = useAppState((state) => state.connection.host?.home ?? '');
  const [url] = folder.urls;
  const copied = useAppState((state) => url !== undefined && state.actions.copied === url);
  const opens = useCapability('open-url');
  const { tone, text } = describeFolder(folder);
  const address: ReactNode = url ? hostOfUrl(url) : `Port ${folder.port}`;
  return (
    <div className={styles.address}>
      <span className={styles.hero}>
        <Dot tone={tone} />
        {url && opens ? (
          <a className={styles.url} href={url} target="_blank" rel="noreferrer noopener">
            {address}
          </a>
        ) : (
          <span className={styles.url}>{address}</span>
        )}
        {url && (
          <CopyButton name="Copy the address" copied={copied} onCopy={() => void copyText(store, url)} />
        )}
        <span className={joinClasses(styles.state, folder.state === 'failed' && styles.bad)}>{text}</span>
        {folder.options.network && <Badge tone="warn">On the network</Badge>}
        {folder.options.liveReload && <Badge>Live reload</Badge>}
      </span>
      <span className={styles.path} title={folder.path}>
        {shortenPath(folder.path, home, 64)}
      </span>
    </div>
  );
}

interface PartProps {
  readonly name: string;
  readonly open: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

function Part({ name, open, controls, onToggle }: PartProps) {
  return (
    <Button tone="quiet" small aria-expanded={open} aria-controls={controls} onClick={onToggle}>
      {name}
      <span className={joinClasses(styles.chevron, open && styles.turned)}>
        <Icon of={ChevronIcon} size={13} />
      </span>
    </Button>
  );
}
