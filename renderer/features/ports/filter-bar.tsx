import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import { selectCounts } from '../../store/select-counts.ts';
import type { PortFilter } from '../../store/view-slice.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './filter-bar.module.css';
import { filterNames } from './filter-names.ts';
import { GroupingMenu } from './grouping-menu.tsx';

/** Which rows show, and in which groups. `home` is where what floats is put in the page. */
export function FilterBar({ home }: { readonly home: HTMLElement | null }) {
  const { store } = useApp();
  const counts = useAppState(selectCounts);
  const chosen = useAppState((state) => state.view.filter);
  const filters = Object.keys(filterNames) as PortFilter[];
  return (
    <div className={styles.bar}>
      <fieldset className={styles.filters} aria-label="Which ports">
        {filters.map((filter) => (
          <Chip
            key={filter}
            label={filterNames[filter]}
            count={counts[filter]}
            pressed={filter === chosen}
            onPress={() => patchSlice(store, 'view', { filter })}
          />
        ))}
      </fieldset>
      <GroupingMenu home={home} />
    </div>
  );
}
