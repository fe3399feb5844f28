import type { Process } from '../../../shared/contract/processes.ts';
import { useProcessOutput } from '../../hooks/use-process-output.ts';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';
import { PrintedLines } from './printed-lines.tsx';

/** What a program has printed that Berth started. Nothing for all others. */
export function ProcessOutput({ process }: { readonly process: Process }) {
  const output = useProcessOutput(process);
  if (!output) return null;
  const { lines, isCut } = output;
  return (
    <InspectorSection title="Output">
      {isCut && <p className={styles.faint}>Older lines were dropped.</p>}
      {lines.length > 0 ? (
        <PrintedLines lines={lines} label={`Output of ${process.name}`} />
      ) : (
        <p className={styles.faint}>It has printed nothing yet.</p>
      )}
    </InspectorSection>
  );
}
