import { useEffect, useState } from 'react';
import { useApp } from './use-app.ts';

const noFolders: readonly string[] = [];

/** Folders whose path begins with what was typed. */
export function useCompletedPath(text: string): readonly string[] {
  const { call } = useApp();
  const [folders, setFolders] = useState(noFolders);
  useEffect(() => {
    const abort = new AbortController();
    void call('folders.complete', { text: text.slice(0, 4096) }, { signal: abort.signal }).then((outcome) => {
      // Without help one still can type.
      if (!abort.signal.aborted) setFolders(outcome.ok ? outcome.value.folders : noFolders);
    });
    return () => abort.abort();
  }, [call, text]);
  return folders;
}
