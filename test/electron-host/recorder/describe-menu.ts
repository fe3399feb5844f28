/** A menu's item as a test looks at it. */
export interface MenuEntry {
  readonly label: string;
  readonly sublabel: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly checked: boolean;
  readonly submenu: readonly MenuEntry[];
}

export function describeMenu(menu: Electron.Menu | null | undefined): readonly MenuEntry[] {
  return (menu?.items ?? []).map(({ label, sublabel, type, enabled, visible, checked, submenu }) => ({
    label,
    sublabel: sublabel ?? '',
    type,
    enabled,
    visible,
    checked,
    submenu: describeMenu(submenu),
  }));
}

/** Clicks the item that a path of labels leads to, as a person can: not what is greyed out or hidden. */
export function clickIn(menu: Electron.Menu | null | undefined, labels: readonly string[]): void {
  const [label, ...below] = labels;
  const items = menu?.items ?? [];
  const item = items.find((candidate) => candidate.label === label && candidate.visible);
  if (!item) throw new Error(`no item “${label}” among ${items.map((known) => known.label).join(', ')}`);
  if (!item.enabled) throw new Error(`“${label}” is greyed out`);
  if (below.length > 0) clickIn(item.submenu, below);
  else item.click();
}
