import { useMemo } from 'react';
import { killProject } from '../../commands/kill-project.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommand } from '../../hooks/use-command.ts';
import type { PortRow } from '../../store/port-row.ts';
import { projectOf } from '../../store/select-project.ts';
import { Button } from '../../ui/button.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** The ports of the whole project, to end together. Only where there is more than the one being looked at. */
export function ProjectKill({ row }: { readonly row: PortRow }) {
  const rows = useAppState((state) => state.ports.rows);
  const project = useMemo(() => projectOf(rows.values(), row), [rows, row]);
  const kill = useCommand(killProject, row.id);
  if (!project || project.ports < 2 || !kill.enabled) return null;
  const ports = [...new Set(project.rows.map(({ listener }) => listener.port))].sort((a, b) => a - b);
  return (
    <InspectorSection title={`Project ${project.name}`}>
      <p className={styles.project}>
        Holds {project.ports} ports: <span className="mono">{ports.slice(0, 12).join(', ')}</span>
        {ports.length > 12 && ` and ${ports.length - 12} more`}
      </p>
      <Button small tone="danger" onClick={kill.run}>
        Kill everything of project {project.name}
      </Button>
    </InspectorSection>
  );
}
