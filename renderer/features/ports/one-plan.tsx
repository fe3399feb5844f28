import type { PlannedProcess, PlannedTarget } from '../../../shared/contract/kill-plan.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCommandLine } from '../../hooks/use-command-line.ts';
import { countOf } from '../../lib/count-of.ts';
import type { PlannedChoice } from '../../store/kill-question.ts';
import { CommandLine } from './command-line.tsx';
import styles from './question-dialog.module.css';
import { alsoClosesText } from './question-words.ts';

const namedProcesses = 50;

/** What would end with one port, what closes along with it and what would start it again. */
export function OnePlan({ choice: { planned } }: { readonly choice: PlannedChoice }) {
  const { verdict, processes, alsoCloses, supervisor, elevated, elevation, reason } = planned;
  const closes = alsoClosesText(alsoCloses);
  const asksSystem = elevation === 'system';
  const ends = verdict === 'end' || verdict === 'stop-instead' || asksSystem;
  return (
    <>
      {verdict !== 'end' && <p>{reason}</p>}
      {verdict === 'stop-instead' && supervisor?.command && <StopCommand command={supervisor.command} />}
      {ends && processes.length > 0 && (
        <div>
          <p className={styles.lead}>{leadText(planned)}</p>
          <Processes processes={processes} />
        </div>
      )}
      {ends && closes && <p>{closes}</p>}
      {(verdict === 'end' || asksSystem) && supervisor && <p>{supervisor.name} would start it again.</p>}
      {asksSystem && <AskingNote />}
      {elevated && (
        <div>
          <p className={styles.lead}>
            {asksSystem ? 'Or in a terminal, this does it:' : 'With more rights, this does it:'}
          </p>
          <CommandLine line={elevated} copies />
        </div>
      )}
    </>
  );
}

/** The prompt is the system's: it comes up where Berth runs, which need not be where this page is looked at. */
function AskingNote() {
  const hostname = useAppState((state) => state.connection.host?.hostname ?? null);
  return (
    <p>
      The system{hostname && ` of ${hostname}`} will ask there for an administrator, for this one action.
      Berth sees no password and gets no rights.
    </p>
  );
}

function leadText({ verdict, processes }: PlannedTarget): string {
  const count = countOf(processes.length, 'process', 'processes');
  if (verdict === 'denied') return `Once an administrator agrees, ${count} will end:`;
  return verdict === 'end' ? `${count} will end:` : `Killed anyway, ${count} would end:`;
}

function StopCommand({ command }: { readonly command: readonly string[] }) {
  const line = useCommandLine(command);
  return (
    <div>
      <p className={styles.lead}>To stop it instead, Berth runs:</p>
      <CommandLine line={line} />
    </div>
  );
}

function Processes({ processes }: { readonly processes: readonly PlannedProcess[] }) {
  const self = useAppState((state) => state.connection.host?.user ?? null);
  const alone = processes.length === 1;
  return (
    <ul className={styles.processes}>
      {processes.slice(0, namedProcesses).map(({ pid, startTime, name, role, user }) => (
        <li key={`${pid}@${startTime}`}>
          <span className={styles.name}>
            {name}
            {!alone && (
              <span className={styles.faint}>{role === 'child' ? 'its child' : 'holds the port'}</span>
            )}
            {user !== null && user !== self && <span className={styles.faint}>of {user}</span>}
          </span>
          <span className={`mono ${styles.muted}`}>{pid}</span>
        </li>
      ))}
      {processes.length > namedProcesses && (
        <li className={styles.muted}>and {processes.length - namedProcesses} more</li>
      )}
    </ul>
  );
}
