import { useMemo } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { PortRow } from '../../store/port-row.ts';
import { rowsOfPort } from '../../store/select-inspected.ts';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** Every listener with this number: two programs on 127.0.0.1 and ::1 stand here side by side. */
export function BoundTo({ row }: { readonly row: PortRow }) {
  const { store } = useApp();
  const rows = useAppState((state) => state.ports.rows);
  const { port } = row.listener;
  const same = useMemo(() => rowsOfPort(rows.values(), port), [rows, port]);
  if (same.length === 0) return null;
  return (
    <InspectorSection title="Bound to">
      {loopbacksDiffer(same) && (
        <p className={styles.warning}>
          Different programs hold 127.0.0.1 and ::1, so “localhost” may reach either.
        </p>
      )}
      <ul className={styles.list}>
        {same.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles.item}
              aria-current={other.id === row.id ? 'true' : undefined}
              onClick={() => patchSlice(store, 'view', { selectedId: other.id })}
            >
              <span className="mono">
                {other.listener.address}
                {other.listener.protocol === 'udp' && <span className={styles.faint}> UDP</span>}
              </span>
              <span className={styles.who}>{holderOf(other)}</span>
            </button>
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}

function holderOf({ owners, listener }: PortRow): string {
  const [first] = owners;
  if (!first) return listener.socketUser ?? 'not visible';
  return `${first.name} ${first.pid}${owners.length > 1 ? ` +${owners.length - 1}` : ''}`;
}

function loopbacksDiffer(rows: readonly PortRow[]): boolean {
  const [v4, v6] = ['127.0.0.1', '::1'].map((address) =>
    rows.find(({ listener }) => listener.protocol === 'tcp' && listener.address === address),
  );
  if (!v4 || !v6 || v4.owners.length === 0 || v6.owners.length === 0) return false;
  return !v4.listener.owners.some((key) => v6.listener.owners.includes(key));
}
