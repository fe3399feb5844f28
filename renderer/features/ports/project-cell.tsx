import { useAppState } from '../../hooks/use-app-state.ts';
import type { PortRow } from '../../store/port-row.ts';
import { needlesFor } from '../../store/search-marks.ts';
import { selectSearchTerms } from '../../store/select-rows.ts';
import { GridPart } from '../../ui/grid-part.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { Marked } from '../../ui/marked.tsx';
import columnStyles from './columns.module.css';
import styles from './port-row-view.module.css';

export function ProjectCell({ row: { projectName, owners } }: { readonly row: PortRow }) {
  const terms = useAppState(selectSearchTerms);
  if (owners.length === 0) return null;
  return (
    <GridPart
      role="gridcell"
      aria-colindex={4}
      className={joinClasses(columnStyles.project, styles.clip)}
      title={[projectName, owners[0]?.project?.root].filter(Boolean).join('\n') || undefined}
    >
      {projectName && <Marked text={projectName} needles={needlesFor(terms, 'project')} />}
    </GridPart>
  );
}
