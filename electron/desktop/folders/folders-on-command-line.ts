import path from 'node:path';

export interface CommandLineFacts {
  /** As the process got it, program first. */
  readonly argv: readonly string[];
  /** Where Electron finds the app: named on the command line while it is not packaged. */
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly workingFolder: string;
}

/** The paths that somebody named, absolute. Switches, Chromium's own included, are no paths; after `--` everything is. */
export function foldersOnCommandLine(facts: CommandLineFacts): readonly string[] {
  const { argv, appPath, isPackaged, workingFolder } = facts;
  const named = argv.slice(1);
  const end = named.indexOf('--');
  const plain = (end === -1 ? named : named.slice(0, end)).filter((word) => !word.startsWith('-'));
  const after = end === -1 ? [] : named.slice(end + 1);
  const paths = [...plain, ...after]
    .filter((word) => word !== '')
    .map((word) => path.resolve(workingFolder, word));
  if (isPackaged || paths[0] !== path.resolve(appPath)) return paths;
  return paths.slice(1);
}

/** What the system starts at login: the icon alone. */
export const hiddenSwitch = '--hidden';
