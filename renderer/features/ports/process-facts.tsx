import type { Container, Process, Project } from '../../../shared/contract/processes.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useNow } from '../../hooks/use-now.ts';
import { formatAgo, formatMoment } from '../../lib/format-time.ts';
import { shortenPath } from '../../lib/shorten-path.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { CopiedFact } from './copied-fact.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** Who it is, where it runs and where it came from. */
export function ProcessFacts({
  process,
  container,
}: {
  readonly process: Process;
  /** The one behind the port; else the one that the process runs in. */
  readonly container: Container | null;
}) {
  const { pid, name, cwd, user, executable, project, parents } = process;
  return (
    <InspectorSection title="Process">
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{name}</dd>
        <CopiedFact name="PID" text={String(pid)} copyName="Copy the process ID" />
        {cwd && <PathFact name="Folder" path={cwd} />}
        <dt>Started</dt>
        <dd>
          <Started process={process} />
        </dd>
        {user && (
          <>
            <dt>User</dt>
            <dd>{user}</dd>
          </>
        )}
        {executable && <PathFact name="Program" path={executable} />}
        {project && <ProjectFact project={project} />}
        {container && (
          <>
            <dt>Container</dt>
            <dd>
              {container.name} <span className={styles.faint}>{container.image}</span>
            </dd>
          </>
        )}
        {parents.length > 0 && (
          <>
            <dt>Parents</dt>
            <dd>
              {parents.map((parent, index) => (
                <span key={parent.pid}>
                  {index > 0 && ' ← '}
                  {parent.name} <span className={joinClasses('mono', styles.faint)}>{parent.pid}</span>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </InspectorSection>
  );
}

function Started({ process: { startTime, origin } }: { readonly process: Process }) {
  const now = useNow(15_000);
  return (
    <>
      <time dateTime={startTime} title={formatMoment(startTime)}>
        {formatAgo(now - Date.parse(startTime))}
      </time>
      {origin && `, ${origin}`}
    </>
  );
}

function PathFact({ name, path }: { readonly name: string; readonly path: string }) {
  const home = useAppState((state) => state.connection.host?.home ?? '');
  return (
    <>
      <dt>{name}</dt>
      <dd className="mono" title={path}>
        {shortenPath(path, home)}
      </dd>
    </>
  );
}

function ProjectFact({ project }: { readonly project: Project }) {
  return (
    <>
      <dt>Project</dt>
      <dd title={project.manifest ? `${project.root}, named by ${project.manifest}` : project.root}>
        {project.name}
        {project.branch && <span className={styles.faint}> on {project.branch}</span>}
      </dd>
    </>
  );
}
