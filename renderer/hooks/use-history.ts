import { useEffect, useRef, useState } from 'react';
import type { History } from '../../shared/contract/history.ts';
import { useApp } from './use-app.ts';
import { useLive } from './use-live.ts';

export interface HistoryQuestion {
  readonly search: string;
  readonly port: number | null;
}

export interface HistoryState {
  /** Null until the first answer. */
  readonly history: History | null;
  readonly failure: string | null;
  /** Reads it again now. */
  readonly refresh: () => void;
}

export const mostSpans = 5000;

/** Milliseconds after the last letter, and between two readings while ports come and go. */
const settled = 250;
const pace = 2000;

/** Who held which port. Read again when the question changes, and when the list of ports did. */
export function useHistory({ search, port }: HistoryQuestion): HistoryState {
  const { call, store } = useApp();
  const live = useLive();
  const [state, setState] = useState<Omit<HistoryState, 'refresh'>>({ history: null, failure: null });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` and the list say that there is something new
  useEffect(() => {
    if (!live) return;
    const abort = new AbortController();
    const read = async () => {
      const text = search.trim();
      const question = {
        limit: mostSpans,
        ...(text === '' ? {} : { search: text.slice(0, 200) }),
        ...(port === null ? {} : { port }),
      };
      const outcome = await call('history.read', question, { signal: abort.signal });
      if (abort.signal.aborted) return;
      setState((before) =>
        outcome.ok
          ? { history: outcome.value, failure: null }
          : { history: before.history, failure: outcome.failure.message },
      );
    };
    const timer = setTimeout(read, state.history === null ? 0 : settled);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [call, live, search, port, asked]);
  const seen = useRef(store.getState().ports.listeners);
  useEffect(() => {
    // Not at every change: where ports come and go all the time, it would never stand still.
    const timer = setInterval(() => {
      const next = store.getState().ports.listeners;
      if (next === seen.current) return;
      seen.current = next;
      setAsked((count) => count + 1);
    }, pace);
    return () => clearInterval(timer);
  }, [store]);
  return { ...state, refresh: () => setAsked((count) => count + 1) };
}
