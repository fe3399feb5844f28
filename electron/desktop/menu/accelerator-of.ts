const names: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Mod: 'CommandOrControl',
  Escape: 'Esc',
};

/** What a menu shows for the first of a command's keys, as Electron writes it; null for none. */
export function acceleratorOf(keys: readonly string[]): string | null {
  const [key] = keys.filter((one) => one !== '?');
  if (key === undefined) return null;
  return key
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
