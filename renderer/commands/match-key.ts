import type { Command } from './command.ts';

/** The part of a keyboard event that names what was pressed. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the focus is: a key must not take from a control what the control itself does with it. */
export type FocusPlace = 'searching' | 'typing' | 'control' | 'elsewhere';

/** The command that a key press means, or null. */
export function matchKey(commands: readonly Command[], pressed: Pressed, place: FocusPlace): Command | null {
  const name = nameOf(pressed);
  const command = commands.find(({ keys }) => keys.includes(name));
  if (!command) return null;
  const held = name.startsWith('Mod+');
  if (name === 'Mod+a' && (place === 'typing' || place === 'searching')) return null;
  if (place === 'typing' && !held) return null;
  // A single character is always text.
  if (place === 'searching' && !held && (!command.whileSearching || name.length === 1)) return null;
  if (place === 'control' && name === 'Enter') return null;
  return command;
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  if (altKey) return `Alt+${key}`;
  if (ctrlKey || metaKey) return `Mod+${key.toLowerCase()}`;
  // A shifted character is its own key (`?`); a shifted named key is not.
  return shiftKey && key.length > 1 ? `Shift+${key}` : key;
}
