import type { Process } from '../../../shared/contract/processes.ts';
import { baseName } from './path-names.ts';
import type { Recognition } from './recognition.ts';

/** Editors that start helpers themselves, and not only in a terminal, which would stand in between. */
const editors: ReadonlyMap<string, string> = new Map([
  ['code', 'Visual Studio Code'],
  ['code-insiders', 'Visual Studio Code'],
  ['code helper', 'Visual Studio Code'],
  ['code helper (plugin)', 'Visual Studio Code'],
  ['codium', 'VSCodium'],
  ['cursor', 'Cursor'],
  ['windsurf', 'Windsurf'],
  ['zed', 'Zed'],
  ['idea', 'IntelliJ IDEA'],
  ['idea64', 'IntelliJ IDEA'],
  ['webstorm', 'WebStorm'],
  ['webstorm64', 'WebStorm'],
  ['pycharm', 'PyCharm'],
  ['pycharm64', 'PyCharm'],
  ['nvim', 'Neovim'],
]);

/** A program that nobody knows and that an editor started: a language server, an extension, a test runner. */
export function recogniseByParent({ parents: [parent] }: Process): Recognition | null {
  const editor = parent && editors.get(baseName(parent.name));
  if (!parent || editor === undefined) return null;
  return {
    identity: {
      kind: 'editor',
      product: `Helper of ${editor}`,
      target: null,
      confidence: 'possible',
      source: 'parents',
      evidence: `started by ${parent.name} (${parent.pid})`.slice(0, 300),
    },
    step: null,
    gentle: false,
  };
}
