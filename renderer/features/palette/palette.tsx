import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import SearchIcon from 'lucide-react/icons/search';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { announce } from '../../store/announce.ts';
import type { App } from '../../store/app.ts';
import { patchSlice } from '../../store/app-store.ts';
import { revealPort } from '../../store/reveal-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './palette.module.css';
import { type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items.ts';
import { PaletteLine } from './palette-line.tsx';

/** Every command and every port, to be found by a few letters and run with Enter. */
export function Palette() {
  const app = useApp();
  const open = useAppState((state) => state.view.paletteOpen);
  const chosen = useRef<PaletteItem | null>(null);
  const close = () => patchSlice(app.store, 'view', { paletteOpen: false });
  const choose = (item: PaletteItem) => {
    if ('reason' in item && item.reason !== null) {
      announce(app.store, item.reason);
      return;
    }
    chosen.current = item;
    close();
  };
  // Run once the focus is back where it was: what runs may want it elsewhere.
  const runChosen = () => {
    const item = chosen.current;
    chosen.current = null;
    if (item) requestAnimationFrame(() => runItem(app, item));
  };
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => !next && close()}
      onOpenChangeComplete={(next) => !next && runChosen()}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label="Commands and ports">
            <Search onChoose={choose} onClose={close} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface SearchProps {
  readonly onChoose: (item: PaletteItem) => void;
  readonly onClose: () => void;
}

function Search({ onChoose, onClose }: SearchProps) {
  const app = useApp();
  const [query, setQuery] = useState('');
  // As it was when it was asked: a list that changes under the finger runs the wrong thing.
  const groups = useMemo(() => paletteGroups(app.store.getState(), query), [app, query]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      filter={null}
      autoHighlight="always"
      keepHighlight
      items={groups}
      value={query}
      onValueChange={(value, { reason }) => reason === 'input-change' && setQuery(value)}
      itemToStringValue={(item: PaletteItem) => item.id}
    >
      <div className={styles.field}>
        <Icon of={SearchIcon} />
        <Autocomplete.Input
          className={styles.input}
          aria-label="Find a command or a port"
          placeholder="A command, a port, a process…"
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Escape" />
      </div>
      {groups.length === 0 && <p className={styles.nothing}>No command and no port is called that.</p>}
      <Autocomplete.List className={styles.list}>
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className={styles.group}>
            <Autocomplete.GroupLabel className={styles.heading}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <PaletteLine key={item.id} item={item} query={query} onChoose={() => onChoose(item)} />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

const mostRemembered = 20;

function runItem(app: App, item: PaletteItem) {
  if ('row' in item) {
    revealPort(app.store, item.row.id);
    return;
  }
  const { recentIds } = app.store.getState().view;
  const next = [item.command.id, ...recentIds.filter((id) => id !== item.command.id)];
  patchSlice(app.store, 'view', { recentIds: next.slice(0, mostRemembered) });
  if (item.command.enabled(app.store.getState())) item.command.run(app);
}
