import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { joinClasses } from './join-classes.ts';

export interface BadgeProps {
  readonly tone?: 'plain' | 'warn' | 'info' | 'accent';
  readonly title?: string;
  readonly children: ReactNode;
}

export function Badge({ tone = 'plain', title, children }: BadgeProps) {
  return (
    <span className={joinClasses(styles.badge, tone !== 'plain' && styles[tone])} title={title}>
      {children}
    </span>
  );
}
