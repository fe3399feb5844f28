import { isOwnPage } from './own-page.ts';

/** What Berth's own page may do beyond showing itself: put text into the clipboard. Reading it is not among this. */
const granted: readonly string[] = ['clipboard-sanitized-write'];

/** `asker` is the address or origin of the page that asks. */
export function isPermissionGranted(permission: string, asker: string): boolean {
  return granted.includes(permission) && isOwnPage(asker);
}
