import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { joinClasses } from './join-classes.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is what the place is there for; `accent` is the one that is advised; `quiet` has no frame until it is pointed at; `quiet-danger` is the same for what destroys. */
  readonly tone?: 'plain' | 'primary' | 'accent' | 'danger' | 'quiet' | 'quiet-danger';
  readonly small?: boolean;
  /** An icon alone; it then needs an `aria-label`, which also shows on hover. */
  readonly iconOnly?: boolean;
}

export function Button({
  tone = 'plain',
  small,
  iconOnly,
  className,
  title,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={joinClasses(
        styles.button,
        tone === 'primary' && styles.primary,
        tone === 'accent' && styles.accent,
        tone === 'danger' && styles.danger,
        tone.startsWith('quiet') && styles.quiet,
        tone === 'quiet-danger' && styles.killTone,
        small && styles.small,
        iconOnly && styles.iconOnly,
        className,
      )}
      title={title ?? (iconOnly ? rest['aria-label'] : undefined)}
      {...rest}
    />
  );
}
