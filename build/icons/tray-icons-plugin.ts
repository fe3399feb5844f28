import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { inProject } from '../first-run/project.mjs';
import { trayFiles } from './tray-files.mjs';

/** Puts the icons of the tray into `icons/` beside a bundle, under the names that Electron and macOS want. */
export function trayIcons(): Plugin {
  return {
    name: 'berth-tray-icons',
    generateBundle() {
      for (const { source, target } of trayFiles) {
        const content = readFileSync(inProject('build/icons/tray', source));
        this.emitFile({ type: 'asset', fileName: `icons/${target}`, source: content });
      }
    },
  };
}
