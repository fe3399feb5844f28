import SearchIcon from 'lucide-react/icons/search';
import CloseIcon from 'lucide-react/icons/x';
import { useRef } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useFocusRequest } from '../../hooks/use-focus-request.ts';
import { patchSlice } from '../../store/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './search-field.module.css';

export function SearchField() {
  const { store } = useApp();
  const search = useAppState((state) => state.view.search);
  const input = useRef<HTMLInputElement>(null);
  useFocusRequest('search', input);
  // What is searched is the list of ports, wherever one stands.
  const change = (text: string) => patchSlice(store, 'view', { search: text, place: 'ports' });
  return (
    <search className={styles.field}>
      <Icon of={SearchIcon} />
      <input
        ref={input}
        className={styles.input}
        type="search"
        aria-label="Find a port, process, project or address"
        placeholder="Port, process, project or address"
        title="Also :3000, project:billing, reach:network, pid:4122, user:maya, is:udp"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={(event) => change(event.target.value)}
      />
      {search === '' ? (
        <span className={styles.hint}>
          <Kbd keys="/" />
        </span>
      ) : (
        <Button
          className={styles.clear}
          tone="quiet"
          small
          iconOnly
          aria-label="Clear the search"
          onClick={() => {
            change('');
            input.current?.focus();
          }}
        >
          <Icon of={CloseIcon} />
        </Button>
      )}
    </search>
  );
}
