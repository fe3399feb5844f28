import type { Process } from '../../../shared/contract/processes.ts';
import { countOf } from '../../lib/count-of.ts';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

export interface OwnerChoiceProps {
  readonly owners: readonly Process[];
  readonly chosen: Process | null;
  readonly onChoose: (key: string) => void;
}

const listed = 8;

/** All who hold the listener, to look at one after the other. */
export function OwnerChoice({ owners, chosen, onChoose }: OwnerChoiceProps) {
  return (
    <InspectorSection title={`Held by ${countOf(owners.length, 'process', 'processes')}`}>
      <ul className={styles.list}>
        {owners.slice(0, listed).map((owner) => (
          <li key={owner.key}>
            <button
              type="button"
              className={styles.item}
              aria-pressed={owner === chosen}
              onClick={() => onChoose(owner.key)}
            >
              <span>{owner.name}</span>
              <span className={`mono ${styles.who}`}>{owner.pid}</span>
            </button>
          </li>
        ))}
        {owners.length > listed && <li className={styles.faint}>and {owners.length - listed} more</li>}
      </ul>
    </InspectorSection>
  );
}
