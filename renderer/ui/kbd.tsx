import styles from './kbd.module.css';

const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'Page down',
  PageUp: 'Page up',
  Delete: 'Del',
  Escape: 'Esc',
};

/** A key as it is written on a keyboard. */
export function Kbd({ keys }: { readonly keys: string }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const parts = keys.split('+').map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (names[key] ?? key)));
  return <kbd className={styles.kbd}>{parts.join(isMac ? ' ' : '+')}</kbd>;
}
