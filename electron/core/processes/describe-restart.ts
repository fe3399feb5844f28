import type { Comeback } from './wait-until-back.ts';

interface Named {
  readonly pid: number;
  readonly name: string;
}

/** What is so after a start, and what to do next. */
export function describeComeback(port: number, process: Named, comeback: Comeback): string {
  const after = `after ${seconds(comeback.waitedMs)}`;
  switch (comeback.kind) {
    case 'back':
      return `${who(comeback.holder)} is back on ${port} ${after}.`;
    case 'exited':
      return `${who(process)} ended with ${howItEnded(comeback.end)} ${after}, and nothing listens on port ${port}. Its last lines say why.`;
    case 'silent':
      return comeback.wasCalledOff
        ? `${who(process)} runs. Waiting was stopped ${after}, before it listened on port ${port}.`
        : `${who(process)} runs but does not listen on port ${port} ${after}. It may still be getting ready: look at its output.`;
    case 'taken':
      return `${who(process)} was started, but port ${port} was taken by ${strangerName(comeback.holder)}.`;
  }
}

/** A port that is not free for the start; nothing was started. */
export function describeNotFree(port: number, holder: Named | null): string {
  return `Port ${port} is held by ${strangerName(holder)} now, so nothing was started.`;
}

export function strangerName(holder: Named | null): string {
  return holder ? who(holder) : 'a process that you may not see';
}

export function who({ name, pid }: Named): string {
  return `${name} (pid ${pid})`;
}

function howItEnded({
  exitCode,
  signal,
}: {
  readonly exitCode: number | null;
  readonly signal: string | null;
}) {
  return signal === null ? `exit code ${exitCode ?? 'unknown'}` : `signal ${signal}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
