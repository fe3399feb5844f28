import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import type { PortFilter } from '../../store/view-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { filterNames } from './filter-names.ts';

/** An empty list says why it is empty. */
export function NothingFound() {
  const { store } = useApp();
  const anything = useAppState((state) => state.ports.listeners.size > 0);
  const { search, filter } = useAppState((state) => state.view);
  const terms = useAppState(selectSearchTerms);
  if (!anything) {
    return (
      <Empty title="Nothing is listening">
        No program on this machine accepts connections. Start one, and it appears here within a second.
      </Empty>
    );
  }
  const port = terms.length === 1 && /^\d{1,5}$/.test(terms[0]?.value ?? '') ? terms[0]?.value : null;
  const showAll = () => patchSlice(store, 'view', { search: '', filter: 'all' });
  return (
    <Empty
      title={port ? `Nothing listens on ${port}` : search.trim() ? 'No port matches' : 'Nothing here'}
      action={<Button onClick={showAll}>Show all ports</Button>}
    >
      {explain(port ? '' : search.trim(), filter)}
    </Empty>
  );
}

function explain(search: string, filter: PortFilter): string {
  const among = filter === 'all' ? '' : ` among “${filterNames[filter]}”`;
  return search ? `Searched for “${search}”${among}.` : `No program holds such a port now${among}.`;
}
