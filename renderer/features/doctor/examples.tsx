import { useApp } from '../../hooks/use-app.ts';
import { useLive } from '../../hooks/use-live.ts';
import { runDiagnosis } from '../../store/run-diagnosis.ts';
import styles from './examples.module.css';

const examples = [
  { what: 'A server that does not start', text: 'Error: listen EADDRINUSE: address already in use :::3000' },
  {
    what: 'A debugger that loses its program',
    text: "Disconnected from the target VM, address: '127.0.0.1:62893', transport: 'socket'",
  },
  { what: 'An address that nobody answers', text: 'curl: (7) Failed to connect to localhost port 8080' },
] as const;

/** What can be asked, each to be tried. */
export function Examples() {
  const app = useApp();
  const live = useLive();
  return (
    <section className={styles.examples} aria-label="Examples">
      <p className={styles.lead}>
        The doctor takes a port, an address, or an error as it was printed, and says why it does not work. Try
        one:
      </p>
      <ul className={styles.list}>
        {examples.map(({ what, text }) => (
          <li key={text}>
            <button
              type="button"
              className={styles.example}
              disabled={!live}
              onClick={() => void runDiagnosis(app, text)}
            >
              <span>{what}</span>
              <span className={`${styles.text} mono`}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
