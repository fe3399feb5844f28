import type { ReactNode } from 'react';
import styles from './inspector.module.css';

export interface InspectorSectionProps {
  readonly title: string;
  /** A button at the end of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function InspectorSection({ title, action, children }: InspectorSectionProps) {
  return (
    <section>
      <div className={styles.title}>
        <h3 className={styles.titleText}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
