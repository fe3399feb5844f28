import path from 'node:path';

/**
 * Completes a name that the kernel cut from the program it was started as; `places` are paths whose last part may be
 * the whole name: executable, argv[0], a script.
 */
export function fullProcessName(kept: string, places: readonly (string | null | undefined)[]): string {
  for (const place of places) {
    const base = place ? path.posix.basename(place) : '';
    if (base.length > kept.length && base.startsWith(kept)) return base;
  }
  return kept;
}
