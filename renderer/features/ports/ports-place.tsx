import { useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useMediaQuery } from '../../hooks/use-media-query.ts';
import { useToldResults } from '../../hooks/use-told-results.ts';
import type { AppState } from '../../store/app-store.ts';
import { patchSlice } from '../../store/app-store.ts';
import { selectedGroup } from '../../store/list-items.ts';
import { selectInspectedRow } from '../../store/select-inspected.ts';
import { selectVisibleRows } from '../../store/select-rows.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { FilterBar } from './filter-bar.tsx';
import { GroupPanel } from './group-panel.tsx';
import { HiddenNote } from './hidden-note.tsx';
import { Inspector } from './inspector.tsx';
import { NoListYet } from './no-list-yet.tsx';
import { NothingFound } from './nothing-found.tsx';
import { PickBar } from './pick-bar.tsx';
import { PortList } from './port-list.tsx';
import styles from './ports-place.module.css';
import { RowMenu } from './row-menu.tsx';

/** The list of ports and what is known about the selected one. */
export function PortsPlace() {
  const { store } = useApp();
  // Menus are put into the main landmark and not beside the page.
  const [home, setHome] = useState<HTMLElement | null>(null);
  useToldResults();
  const content = useAppState(selectContent);
  const stale = useAppState((state) => state.connection.phase !== 'live');
  const inspecting = useAppState((state) => state.view.inspectorOpen && selectInspectedRow(state) !== null);
  const group = useAppState((state) => (state.view.inspectorOpen ? selectedGroup(state) : null));
  const narrow = useMediaQuery('(max-width: 819px)');
  const covered = narrow && inspecting;
  return (
    <div className={joinClasses(styles.place, stale && styles.stale)}>
      <main ref={setHome} className={styles.main} inert={covered}>
        {content !== 'not-yet' && <FilterBar home={home} />}
        {content === 'rows' && <PortList />}
        {content !== 'not-yet' && <HiddenNote />}
        {content === 'rows' && <PickBar />}
        <RowMenu home={home} />
        {content === 'nothing' && <NothingFound />}
        {content === 'not-yet' && <NoListYet />}
      </main>
      {covered && (
        <button
          type="button"
          className={styles.shade}
          aria-label="Back to the list"
          onClick={() => patchSlice(store, 'view', { inspectorOpen: false })}
        />
      )}
      {inspecting && <Inspector sheet={narrow} />}
      {group && !narrow && <GroupPanel group={group} />}
    </div>
  );
}

function selectContent(state: AppState): 'rows' | 'nothing' | 'not-yet' {
  if (!state.ports.loaded) return 'not-yet';
  return selectVisibleRows(state).length > 0 ? 'rows' : 'nothing';
}
