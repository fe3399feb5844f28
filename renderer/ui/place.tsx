import type { ReactNode, RefObject } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './place.module.css';

export interface PlaceProps {
  readonly title: string;
  /** True while what shows may be old. */
  readonly stale: boolean;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** What is in it scrolls, and not the place. */
  readonly fixed?: boolean;
  /** The title is for those who cannot see the place. */
  readonly quietTitle?: boolean;
  readonly home: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A place of the interface: the main part of the page with its title. */
export function Place({ title, stale, actions, wide, fixed, quietTitle, home, children }: PlaceProps) {
  return (
    <main
      ref={home}
      tabIndex={-1}
      className={joinClasses(styles.place, stale && styles.stale, fixed && styles.fixed)}
    >
      <div className={joinClasses(styles.column, wide && styles.wide)}>
        {quietTitle ? (
          <h2 className="visually-hidden">{title}</h2>
        ) : (
          <div className={styles.head}>
            <h2 className={styles.title}>{title}</h2>
            {actions}
          </div>
        )}
        {children}
      </div>
    </main>
  );
}
