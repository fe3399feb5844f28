import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { areAllSandboxed } from './app.ts';

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly webSecurity?: boolean;
  readonly webviewTag?: boolean;
  readonly spellcheck?: boolean;
  readonly backgroundThrottling?: boolean;
}

const known: ReadonlySet<string> = new Set([
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'backgroundThrottling',
]);

/** What the app asked for over what Electron does by itself. */
export function effectivePreferences(
  asked: WebPreferences,
): Required<Omit<WebPreferences, 'preload'>> & WebPreferences {
  for (const name of Object.keys(asked)) {
    if (!known.has(name)) throw new Error(`electron-host: webPreferences.${name} is not in the stand-in`);
  }
  const defaults = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true };
  const more = { webviewTag: false, spellcheck: true, backgroundThrottling: true };
  const effective = { ...defaults, ...more, ...asked };
  return areAllSandboxed() ? { ...effective, sandbox: true } : effective;
}

/** The preload as the function that a sandboxed renderer makes of it. Throws what is wrong with it, as a module has. */
export function readPreload(file: string): string {
  const source = `function(require,process,exports,module){${readFileSync(file, 'utf8')}\n}`;
  new vm.Script(`(${source})`);
  return source;
}
