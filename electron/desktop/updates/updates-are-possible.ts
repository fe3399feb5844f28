import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Platform } from '../../../shared/contract/host.ts';
import { ownAppImage } from '../system/own-app-image.ts';

/** Why this copy of Berth does not replace itself. */
export type UpdatesOff =
  /** Run from a checkout. */
  | 'not-packaged'
  /** Packed without a place to look for newer versions, as everything is that was not packed for release. */
  | 'no-feed'
  /** Runs from where it was unpacked or mounted: replacing it would install a second Berth, or fail. */
  | 'not-installed'
  /** The system's own package manager put it there and keeps it. */
  | 'package-manager';

export interface UpdateFacts {
  readonly platform: Platform;
  readonly isPackaged: boolean;
  /** The program, or the AppImage where it runs from one. */
  readonly program: string;
  readonly isAppImage: boolean;
  readonly hasFeed: boolean;
  /** Windows: what an installer leaves beside the program. */
  readonly hasUninstaller: boolean;
}

export type UpdatesPossible =
  | { readonly possible: true }
  | { readonly possible: false; readonly reason: UpdatesOff };

/** Whether this copy of Berth can replace itself with a newer one. */
export function updatesArePossible(facts: UpdateFacts): UpdatesPossible {
  const reason = whyNot(facts);
  return reason ? { possible: false, reason } : { possible: true };
}

function whyNot({
  platform,
  isPackaged,
  program,
  isAppImage,
  hasFeed,
  hasUninstaller,
}: UpdateFacts): UpdatesOff | null {
  if (!isPackaged) return 'not-packaged';
  if (platform === 'linux' && !isAppImage) return 'package-manager';
  if (platform === 'win32' && !hasUninstaller) return 'not-installed';
  if (platform === 'darwin' && isMountedOrMoved(program)) return 'not-installed';
  return hasFeed ? null : 'no-feed';
}

/** macOS runs an app from the disk image itself, or, when it was never moved by hand, from a read-only copy in a random folder. */
function isMountedOrMoved(program: string): boolean {
  return program.startsWith('/Volumes/') || program.includes('/AppTranslocation/');
}

export interface RunningProgram {
  readonly platform: Platform;
  readonly isPackaged: boolean;
  readonly execPath: string;
  readonly resourcesPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Looks at the files around the program. */
export function readUpdateFacts(running: RunningProgram): UpdateFacts {
  const { platform, isPackaged, execPath, resourcesPath, env } = running;
  const appImage = platform === 'linux' ? ownAppImage(execPath, env) : null;
  return {
    platform,
    isPackaged,
    program: appImage ?? execPath,
    isAppImage: appImage !== null,
    // Both names are electron-builder's.
    hasFeed: existsSync(path.join(resourcesPath, 'app-update.yml')),
    hasUninstaller: existsSync(path.join(path.dirname(execPath), 'Uninstall Berth.exe')),
  };
}
