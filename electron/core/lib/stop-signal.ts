/** 128 and the number of SIGINT, as shells have it. */
const exitCodeOfSecondInterrupt = 130;

type Program = Pick<NodeJS.Process, 'on' | 'exit'>;

/** Aborted by the first request to end, from the keyboard, the system or the terminal going away; a second one ends at once. */
export function stopSignal(program: Program): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) program.exit(exitCodeOfSecondInterrupt);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) program.on(signal, stop);
  return controller.signal;
}
