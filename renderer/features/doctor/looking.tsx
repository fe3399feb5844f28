import { Dot } from '../../ui/dot.tsx';
import styles from './looking.module.css';

const always = [
  'What the text says',
  'Who listens on the port, on which addresses',
  'Who else uses the number: connections, the system, containers',
  'Where localhost leads',
];

/** What is being looked at. No bar: nobody knows how long a silent port stays silent. */
export function Looking({ connect }: { readonly connect: boolean }) {
  const steps = connect ? [...always, 'What it answers, with one connection'] : always;
  return (
    <div className={styles.looking} role="status">
      <p className={styles.title}>Looking…</p>
      <ul>
        {steps.map((step) => (
          <li key={step} className={styles.step}>
            <Dot tone="hollow" />
            {step}
          </li>
        ))}
      </ul>
    </div>
  );
}
