import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './text-field.module.css';

export interface TextFieldProps extends ComponentProps<'input'> {
  /** What is wrong with what stands in it. It is told by the field; whoever uses it shows it. */
  readonly problem?: string | null;
}

export function TextField({ problem, className, ...rest }: TextFieldProps) {
  return (
    <input
      className={joinClasses(styles.field, className)}
      aria-invalid={problem ? true : undefined}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  );
}

/** What is wrong, right beneath the field. */
export function FieldProblem({ id, text }: { readonly id?: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p id={id} role="alert" className={styles.error}>
      {text}
    </p>
  );
}
