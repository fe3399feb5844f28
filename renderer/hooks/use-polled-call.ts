import { useEffect, useState } from 'react';
import type { CallTypes } from '../../shared/contract/calls.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

/**
 * The answer to a call, asked again every so many milliseconds while the page is looked at. Null before the first answer,
 * and where Berth does not tell. `key` says what it is about: another key is another question.
 */
export function usePolledCall<N extends keyof CallTypes>(
  name: N,
  key: string,
  ask: () => CallTypes[N]['arguments'],
  everyMs: number,
): CallTypes[N]['result'] | null {
  const { call } = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  const [kept, setKept] = useState<{ readonly key: string; readonly value: CallTypes[N]['result'] } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    if (!live) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      if (document.visibilityState === 'visible') {
        const outcome = await call(name, ask(), { signal: abort.signal });
        if (abort.signal.aborted) return;
        if (outcome.ok) setKept({ key, value: outcome.value });
        else if (isFinal(outcome.failure.code)) return;
      }
      timer = setTimeout(read, everyMs);
    };
    void read();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [call, live, name, key, everyMs]);
  return kept?.key === key ? kept.value : null;
}

/** What is gone stays gone, and what this Berth cannot do it never will; anything else may pass. */
function isFinal(code: string): boolean {
  return code === 'not-found' || code === 'not-allowed' || code === 'unsupported';
}
