import { countOf } from '../../lib/count-of.ts';
import type { PlannedChoice } from '../../store/kill-question.ts';
import styles from './question-dialog.module.css';
import { alsoClosesText, processCount } from './question-words.ts';

/** What would end with each of several ports, and what is left alone and why. */
export function ManyPlans({ choices }: { readonly choices: readonly PlannedChoice[] }) {
  const ends = choices.filter(({ planned }) => planned.verdict === 'end');
  const left = choices.filter(({ planned }) => planned.verdict !== 'end');
  const closes = alsoClosesText(ends.flatMap(({ planned }) => planned.alsoCloses));
  return (
    <>
      {ends.length > 0 && (
        <div>
          <p className={styles.lead}>{countOf(processCount(ends), 'process', 'processes')} will end:</p>
          <ul className={styles.processes}>
            {ends.map((choice) => (
              <EndedPort key={`${choice.target.protocol}/${choice.target.port}`} choice={choice} />
            ))}
          </ul>
        </div>
      )}
      {closes && <p>{closes}</p>}
      {left.length > 0 && (
        <div>
          <p className={styles.lead}>{ends.length > 0 ? 'Left alone:' : 'Nothing of it can be ended:'}</p>
          <ul className={styles.processes}>
            {left.map(({ target, planned }) => (
              <li key={`${target.protocol}/${target.port}`}>
                <span className={`mono ${styles.port}`}>{target.port}</span>
                <span className={styles.reason}>{planned.reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function EndedPort({ choice: { name, target, planned } }: { readonly choice: PlannedChoice }) {
  const { processes } = planned;
  const pids = processes.slice(0, 4).map(({ pid }) => pid);
  const more = processes.length - pids.length;
  return (
    <li>
      <span className={`mono ${styles.port}`}>{target.port}</span>
      <span className={styles.name}>
        {name}
        {target.protocol === 'udp' && <span className={styles.faint}>UDP</span>}
      </span>
      <span className={`mono ${styles.muted}`}>
        {pids.join(', ')}
        {more > 0 && ` +${more}`}
      </span>
    </li>
  );
}
