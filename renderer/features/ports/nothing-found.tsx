import { backOut } from '../../commands/back-out.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { countOf } from '../../lib/count-of.ts';
import { patchSlice } from '../../store/app-store.ts';
import { rowTraits } from '../../store/row-traits.ts';
import { countFoundAnywhere, selectSearchTerms } from '../../store/select-rows.ts';
import type { PortFilter } from '../../store/view-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { filterNames } from './filter-names.ts';
import styles from './nothing-found.module.css';

/** An empty list says why it is empty, and how to fill it again. */
export function NothingFound() {
  const anything = useAppState((state) => state.ports.listeners.size > 0);
  if (anything) return <NoMatch />;
  return (
    <Empty title="Nothing is listening">
      No program on this machine accepts connections. Start one, and it appears here within a second.
    </Empty>
  );
}

function NoMatch() {
  const { store } = useApp();
  const { filter } = useAppState((state) => state.view);
  const search = useAppState((state) => state.view.search.trim());
  const terms = useAppState(selectSearchTerms);
  const elsewhere = useAppState(countFoundAnywhere);
  const port = terms.length === 1 && /^\d{1,5}$/.test(terms[0]?.value ?? '') ? terms[0]?.value : null;
  const title = port ? `Nothing listens on ${port}` : search ? 'No port matches' : 'Nothing here';
  const unknown = terms.find(({ field, value }) => field === 'is' && !rowTraits.has(value));
  const filtered = filter !== 'all';
  return (
    <Empty
      title={filtered && port ? `Nothing on ${port} among “${filterNames[filter]}”` : title}
      action={
        <span className={styles.ways}>
          {filtered && search && elsewhere > 0 && (
            <Button onClick={() => patchSlice(store, 'view', { filter: 'all' })}>
              Show {countOf(elsewhere, 'match', 'matches')} among all ports
            </Button>
          )}
          <Button onClick={() => patchSlice(store, 'view', { search: '', filter: 'all' })}>
            Show all ports
          </Button>
          {search && (
            <span className={styles.key}>
              <Kbd keys={backOut.keys[0] ?? ''} /> clears the search
            </span>
          )}
        </span>
      }
    >
      {unknown ? whatIsMeans(unknown.value) : explain(port ? '' : search, filter)}
    </Empty>
  );
}

function whatIsMeans(value: string): string {
  const known = [...rowTraits.keys()];
  return `“is:${value}” means nothing here. After “is:” comes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`;
}

function explain(search: string, filter: PortFilter): string {
  const among = filter === 'all' ? '' : ` among “${filterNames[filter]}”`;
  return search ? `Searched for “${search}”${among}.` : `No program holds such a port now${among}.`;
}
