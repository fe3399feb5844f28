import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The AppImage that this program runs from, or null. Its name is inherited: a Berth of the system's packages that was
 * started in the terminal of another AppImage is told the name of that one, and must neither replace nor start it.
 */
export function ownAppImage(
  execPath: string,
  { APPIMAGE, APPDIR }: Readonly<Record<string, string | undefined>>,
): string | null {
  if (!APPIMAGE || !APPDIR) return null;
  const within = path.relative(realPath(APPDIR), realPath(execPath));
  const isOutside = within === '..' || within.startsWith(`..${path.sep}`) || path.isAbsolute(within);
  return isOutside ? null : APPIMAGE;
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
