import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What Electron reads from its own command line: `electron [switches] [-r module]… app [arguments of the app]`. */
export interface CommandLine {
  readonly appFolder: string;
  readonly mainFile: string;
  readonly packageFile: { readonly name?: string; readonly productName?: string; readonly version?: string };
  readonly preloaded: readonly string[];
  readonly debuggingPort: string | null;
}

export function readCommandLine(args: readonly string[]): CommandLine {
  const preloaded: string[] = [];
  let debuggingPort: string | null = null;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') preloaded.push(args[++index] ?? '');
    else if (arg.startsWith('--remote-debugging-port=')) debuggingPort = arg.slice(arg.indexOf('=') + 1);
    else if (!arg.startsWith('-')) return { ...readApp(path.resolve(arg)), preloaded, debuggingPort };
  }
  throw new Error('electron-host: no app was named');
}

function readApp(place: string): Pick<CommandLine, 'appFolder' | 'mainFile' | 'packageFile'> {
  if (!statSync(place).isDirectory())
    return { appFolder: path.dirname(place), mainFile: place, packageFile: {} };
  const packageFile = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  return { appFolder: place, mainFile: path.resolve(place, packageFile.main ?? 'index.js'), packageFile };
}
