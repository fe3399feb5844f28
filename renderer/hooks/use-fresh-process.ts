import { useEffect } from 'react';
import type { Process } from '../../shared/contract/processes.ts';
import { useApp } from './use-app.ts';

/** Reads a process anew once it is being looked at, for what may have changed since the list named it. */
export function useFreshProcess(process: Process | null) {
  const { call, facts } = useApp();
  const pid = process?.pid;
  const startTime = process?.startTime;
  useEffect(() => {
    if (pid === undefined || startTime === undefined) return;
    const abort = new AbortController();
    void call('processes.read', { pid, startTime }, { signal: abort.signal }).then((outcome) => {
      if (outcome.ok && !abort.signal.aborted) facts.process(outcome.value);
    });
    return () => abort.abort();
  }, [call, facts, pid, startTime]);
}
