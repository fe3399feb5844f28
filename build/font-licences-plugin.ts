import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { inProject } from './first-run/project.mjs';

/** The SIL Open Font License wants its text to go along with the fonts. */
const fonts = { inter: 'Inter', 'jetbrains-mono': 'JetBrains Mono' } as const;

/** Puts the licences of the bundled fonts into `licences/` of the interface. */
export function fontLicences(): Plugin {
  return {
    name: 'berth-font-licences',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const [folder, name] of Object.entries(fonts)) {
        const file = inProject('node_modules/@fontsource-variable', folder, 'LICENSE');
        this.emitFile({
          type: 'asset',
          fileName: `licences/${name}.txt`,
          source: readFileSync(file, 'utf8'),
        });
      }
    },
  };
}
