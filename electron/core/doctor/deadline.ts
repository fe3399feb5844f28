import { type Known, know, unknown } from './system-facts.ts';

/** Reads one fact; what takes too long or fails is not known, and the others go on. */
export async function within<T>(
  timeoutMs: number,
  signal: AbortSignal,
  read: (signal: AbortSignal) => Promise<Known<T>>,
): Promise<Known<T>> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, deadline]);
  const ended = new Promise<Known<T>>((resolve) => {
    const stop = () =>
      resolve(unknown(signal.aborted ? 'called off' : `it took longer than ${timeoutMs / 1000} s`));
    if (either.aborted) stop();
    else either.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([ended, settle(read, either)]);
}

async function settle<T>(
  read: (signal: AbortSignal) => Promise<Known<T>>,
  signal: AbortSignal,
): Promise<Known<T>> {
  try {
    return await read(signal);
  } catch (error) {
    return unknown(error instanceof Error ? error.message : String(error));
  }
}

/** For a reader that always knows. */
export async function certain<T>(value: Promise<T>): Promise<Known<T>> {
  return know(await value);
}
