import { useEffect, useState } from 'react';
import type { Process } from '../../shared/contract/processes.ts';
import type { ProcessOutput } from '../../shared/contract/restart.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

/** Milliseconds between two readings of what is being looked at. */
const pace = 2000;

/** What the process has printed, read again while it is looked at; null where Berth did not start it. */
export function useProcessOutput({ key, pid, startTime }: Process): ProcessOutput | null {
  const { call } = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  const [kept, setKept] = useState<{ readonly key: string; readonly output: ProcessOutput } | null>(null);
  useEffect(() => {
    if (!live) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      if (document.visibilityState === 'visible') {
        const outcome = await call('processes.output', { pid, startTime }, { signal: abort.signal });
        if (abort.signal.aborted) return;
        if (outcome.ok) setKept((before) => keep(before, key, outcome.value));
        // Not one of ours: it never will be, for the start time is part of who it is.
        else if (outcome.failure.code === 'not-found') return;
      }
      timer = setTimeout(read, pace);
    };
    void read();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [call, live, key, pid, startTime]);
  return kept?.key === key ? kept.output : null;
}

type Kept = { readonly key: string; readonly output: ProcessOutput } | null;

/** The same as before when nothing was printed since, so that nothing is drawn anew. */
function keep(before: Kept, key: string, output: ProcessOutput): Kept {
  if (before?.key !== key) return { key, output };
  const { lines } = before.output;
  const same =
    lines.length === output.lines.length && lines.every((line, index) => line === output.lines[index]);
  return same && before.output.isCut === output.isCut ? before : { key, output };
}
