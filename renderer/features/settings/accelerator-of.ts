/** The part of a keyboard event that names a shortcut. `code` is the key wherever the layout puts its letter. */
export interface PressedShortcut {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export type ReadShortcut =
  | { readonly accelerator: string }
  /** Only modifiers so far. */
  | { readonly pending: string }
  | { readonly problem: string };

const named: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ' ': 'Space',
  '+': 'Plus',
  Enter: 'Return',
};
const plain = new Set(['Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown', 'Tab']);
const modifierKeys = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph']);

/** What was pressed as Electron writes it: `Control+Shift+B`. */
export function acceleratorOf(pressed: PressedShortcut): ReadShortcut {
  const modifiers = [
    pressed.ctrlKey && 'Control',
    pressed.metaKey && 'Command',
    pressed.altKey && 'Alt',
    pressed.shiftKey && 'Shift',
  ].filter((name) => name !== false);
  if (modifierKeys.has(pressed.key)) return { pending: modifiers.join('+') };
  const key = keyOf(pressed);
  if (key === null) return { problem: 'This key cannot be part of a shortcut.' };
  const isFunctionKey = /^F\d+$/.test(key);
  if (!isFunctionKey && !modifiers.some((name) => name !== 'Shift')) {
    return { problem: 'Hold Ctrl, Alt or Command with it, or it could not be typed any more.' };
  }
  return { accelerator: [...modifiers, key].join('+') };
}

function keyOf({ key, code }: PressedShortcut): string | null {
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  if (letter) return letter;
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  if (plain.has(key)) return key;
  return named[key] ?? (/^[!-~]$/.test(key) ? key.toUpperCase() : null);
}
