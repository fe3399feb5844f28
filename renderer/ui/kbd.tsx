import styles from './kbd.module.css';

const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'Page down',
  PageUp: 'Page up',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ContextMenu: 'Menu',
};

/** A key as it is written on a keyboard. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keyName(keys)}</kbd>;
}

/** `Mod+k` as `Ctrl+K` or `⌘ K`. */
export function keyName(keys: string): string {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const parts = keys.split('+').map((key, index) => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return names[key] ?? (index > 0 ? key.toUpperCase() : key);
  });
  return parts.join(isMac ? ' ' : '+');
}
