import { useAppState } from '../../hooks/use-app-state.ts';
import type { PortRow } from '../../store/port-row.ts';
import styles from './inspector.module.css';

/** Says of a port whose holder may not be seen why no container is named there. */
export function ContainerProblems({ row: { listener, closed } }: { readonly row: PortRow }) {
  const problems = useAppState((state) => state.ports.source?.containerProblems);
  if (!problems || closed || listener.container || !listener.ownersHidden) return null;
  return (
    <p className={styles.lesson}>A container may be behind it, but none can be named. {problems.join(' ')}</p>
  );
}
