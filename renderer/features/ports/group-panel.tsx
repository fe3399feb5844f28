import { useApp } from '../../hooks/use-app.ts';
import { countOf } from '../../lib/count-of.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { GroupHead } from '../../store/list-items.ts';
import styles from './inspector.module.css';

const listed = 40;

/** Stands where the inspector does while the list is on the head of a group, so that nothing moves. */
export function GroupPanel({ group }: { readonly group: GroupHead }) {
  const { store } = useApp();
  const { rows, title } = group;
  return (
    <aside className={styles.inspector} aria-label={`Group ${title}`}>
      <div>
        <h2 className={styles.groupTitle}>{title}</h2>
        <p className={styles.sentence}>
          {countOf(rows.length, 'port')}. Choose one to see everything about it.
        </p>
      </div>
      <ul className={styles.list}>
        {rows.slice(0, listed).map(({ id, listener, owners }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.item}
              onClick={() => patchSlice(store, 'view', { selectedId: id })}
            >
              <span className="mono">{listener.port}</span>
              <span className={styles.who} title={owners[0]?.name}>
                {owners[0]?.name ?? 'not visible'}
              </span>
            </button>
          </li>
        ))}
        {rows.length > listed && <li className={styles.faint}>and {rows.length - listed} more</li>}
      </ul>
    </aside>
  );
}
