/** Why something is not sent. Only what is `absent` may be looked for under another name. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly status: RefusalStatus;
  readonly isAbsent: boolean;
}

export type RefusalStatus = 400 | 403 | 404 | 405 | 414 | 421 | 500 | 503;

function refusal(status: RefusalStatus, isAbsent = false): Refusal {
  return { kind: 'refusal', status, isAbsent };
}

export const badTarget = refusal(400);
export const forbidden = refusal(403);
export const absent = refusal(404, true);
/** It is there, and stays here: the answer is the one for what is not there. */
export const withheld = refusal(404);
export const badMethod = refusal(405);
export const targetTooLong = refusal(414);
export const foreignHost = refusal(421);
export const broken = refusal(500);
export const exhausted = refusal(503);

/** What a failed call to the file system means for who asked. */
export function refusalFor(error: unknown): Refusal {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    // A socket in the file system.
    case 'ENXIO':
    // A name that Windows cannot hold.
    case 'EINVAL':
      return absent;
    case 'EACCES':
    case 'EPERM':
      return forbidden;
    case 'EMFILE':
    case 'ENFILE':
    // Windows: somebody has it open for himself alone.
    case 'EBUSY':
      return exhausted;
    default:
      return broken;
  }
}
