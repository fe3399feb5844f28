import { useApp } from '../../hooks/use-app.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { PortRow } from '../../store/port-row.ts';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

export interface BoundToProps {
  readonly row: PortRow;
  /** Every row of the number. */
  readonly same: readonly PortRow[];
}

/** Every listener with this number: two programs on 127.0.0.1 and ::1 stand here side by side. */
export function BoundTo({ row, same }: BoundToProps) {
  const { store } = useApp();
  if (same.length === 0) return null;
  return (
    <InspectorSection title="Bound to">
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
              <span className={styles.who} title={holderOf(other)}>
                {holderOf(other)}
              </span>
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
