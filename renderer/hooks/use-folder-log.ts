import { useEffect, useState } from 'react';
import type { FolderLogEntry } from '../../shared/contract/folders.ts';
import { useApp } from './use-app.ts';
import { useLive } from './use-live.ts';

/** Milliseconds between two readings, as long as somebody looks. */
const pace = 1000;
const mostShown = 500;

export interface FolderLogState {
  readonly entries: readonly FolderLogEntry[];
  /** True once the first answer is there. */
  readonly isRead: boolean;
  readonly failure: string | null;
}

const nothingRead: FolderLogState = { entries: [], isRead: false, failure: null };

/** The requests to a folder, oldest first; new ones are asked for while it is looked at. */
export function useFolderLog(id: string): FolderLogState {
  const { call } = useApp();
  const live = useLive();
  const [log, setLog] = useState(nothingRead);
  useEffect(() => {
    if (!live) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let after = 0;
    setLog(nothingRead);
    const read = async () => {
      const outcome = await call('folders.log', { id, after }, { signal: abort.signal });
      if (abort.signal.aborted) return;
      if (!outcome.ok) {
        setLog((before) => ({ ...before, failure: outcome.failure.message }));
        return;
      }
      const { entries } = outcome.value;
      after = entries.at(-1)?.number ?? after;
      setLog((before) => add(before, entries));
      timer = setTimeout(read, pace);
    };
    void read();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [call, live, id]);
  return log;
}

function add(before: FolderLogState, entries: readonly FolderLogEntry[]): FolderLogState {
  if (entries.length === 0 && before.isRead) return before;
  return { entries: [...before.entries, ...entries].slice(-mostShown), isRead: true, failure: null };
}
