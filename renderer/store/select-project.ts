import type { PortRow } from './port-row.ts';

export interface ProjectPorts {
  readonly name: string;
  readonly rows: readonly PortRow[];
  /** How many different ports the rows are of. */
  readonly ports: number;
}

/** Every row of the project that the row belongs to; null when it belongs to none. */
export function projectOf(rows: Iterable<PortRow>, row: PortRow): ProjectPorts | null {
  const project = row.owners.find((owner) => owner.project)?.project;
  if (!project) return null;
  const own = [...rows].filter(
    (other) => !other.closed && other.owners.some((owner) => owner.project?.root === project.root),
  );
  const ports = new Set(own.map(({ listener }) => `${listener.protocol}/${listener.port}`)).size;
  return { name: project.name, rows: own, ports };
}
