import { useEffect, useRef } from 'react';
import type { ServedFolder } from '../../../shared/contract/folders.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { countOf } from '../../lib/count-of.ts';
import { goTo } from '../../store/go-to.ts';
import { forgetNews } from '../../store/serving-news.ts';
import type { ServingNews } from '../../store/serving-slice.ts';
import { Button } from '../../ui/button.tsx';
import { type ToastItem, Toasts } from '../../ui/toasts.tsx';
import { hostOfUrl } from './describe-folder.ts';
import styles from './served-toasts.module.css';

/** How long the address stays, in milliseconds: long enough to go and look for a window. */
const addressStays = 20_000;

/** What has just come to be served, with the way to open it under the finger. */
export function ServedToasts() {
  const { store } = useApp();
  const news = useAppState((state) => state.serving.news);
  // A window that closes gives the focus back, and would take it from the toast.
  const dialogShows = useAppState((state) => state.serving.dialogShows);
  const items = dialogShows ? [] : news.map(toItem);
  return <Toasts label="Served folders" items={items} onGone={(id) => forgetNews(store, Number(id))} />;
}

function toItem(news: ServingNews): ToastItem {
  const { number, folders, failure } = news;
  return {
    id: String(number),
    version: '1',
    tone: failure === null ? 'plain' : 'failed',
    stays: failure === null ? addressStays : 0,
    title: failure ?? titleOf(folders),
    content: failure === null ? <Details news={news} /> : null,
    action: failure === null ? <OpenButton folders={folders} /> : null,
  };
}

function titleOf(folders: readonly ServedFolder[]): string {
  const [only] = folders;
  if (folders.length !== 1 || !only) return `Serving ${countOf(folders.length, 'folder')}.`;
  return `Serving ${only.name} at ${hostOfUrl(only.urls[0] ?? String(only.port))}.`;
}

function Details({ news: { folders, copied } }: { readonly news: ServingNews }) {
  const [only] = folders;
  const addresses = folders.length === 1 ? 'The address is' : 'The addresses are';
  return (
    <p className={styles.details}>
      {copied ? `${addresses} on the clipboard. ` : ''}
      {folders.length === 1 && only?.message}
    </p>
  );
}

function OpenButton({ folders }: { readonly folders: readonly ServedFolder[] }) {
  const { store } = useApp();
  const opens = useCapability('open-url');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const url = folders.length === 1 ? folders[0]?.urls[0] : undefined;
  if (url !== undefined && opens) {
    return (
      <Button
        ref={button}
        small
        tone="primary"
        onClick={() => window.open(url, '_blank', 'noopener,noreferrer')}
      >
        Open
      </Button>
    );
  }
  return (
    <Button ref={button} small onClick={() => goTo(store, 'folders')}>
      Show
    </Button>
  );
}
