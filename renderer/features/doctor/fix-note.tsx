import type { Fix } from '../../../shared/contract/doctor.ts';
import styles from './verdict.module.css';

/** What its button alone does not say: the command that is copied, the way through the settings, the port. */
export function FixNote({ fix }: { readonly fix: Fix }) {
  switch (fix.kind) {
    case 'copy-command':
      return (
        <div className={styles.note}>
          <p>{fix.note}</p>
          <code className={`${styles.code} mono`}>{fix.command}</code>
        </div>
      );
    case 'open-system-settings':
      return (
        <div className={styles.note}>
          <p>
            In the settings of the system: <strong>{fix.path}</strong>
          </p>
        </div>
      );
    default:
      return null;
  }
}
