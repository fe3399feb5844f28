import { useMemo } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { PortRow } from '../../store/port-row.ts';
import { otherRowsOfOwners } from '../../store/select-inspected.ts';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

const listed = 12;

/** What else the same processes hold: it goes with them. */
export function OtherPorts({ row }: { readonly row: PortRow }) {
  const { store } = useApp();
  const rows = useAppState((state) => state.ports.rows);
  const others = useMemo(() => otherRowsOfOwners(rows.values(), row), [rows, row]);
  if (others.length === 0) return null;
  return (
    <InspectorSection title="Other ports of the same process">
      <ul className={styles.list}>
        {others.slice(0, listed).map(({ id, listener }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.item}
              onClick={() => patchSlice(store, 'view', { selectedId: id })}
            >
              <span className="mono">{listener.port}</span>
              <span className={styles.who} title={listener.address}>
                {listener.address}
                {listener.protocol === 'udp' && ' UDP'}
              </span>
            </button>
          </li>
        ))}
        {others.length > listed && <li className={styles.faint}>and {others.length - listed} more</li>}
      </ul>
    </InspectorSection>
  );
}
