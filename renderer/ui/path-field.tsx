import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './path-field.module.css';
import { TextField } from './text-field.tsx';

export interface PathFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Paths that begin with what was typed. */
  readonly found: readonly string[];
  readonly problem: string | null;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly field: Ref<HTMLInputElement>;
  /** How a found path is written. */
  readonly show: (path: string) => string;
  readonly onChange: (value: string) => void;
  /** One of the found was chosen: it goes on from there. */
  readonly onComplete: (path: string) => void;
}

/** A field for a path with what it can be completed to beneath: arrows choose, Tab or Enter takes it. */
export function PathField(props: PathFieldProps) {
  const { label, value, placeholder, found, problem, describedBy, disabled, field, show } = props;
  const id = useId();
  const [at, setAt] = useState(-1);
  const chosen = found[at];
  const complete = (path: string) => {
    setAt(-1);
    props.onComplete(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (found.length === 0) return;
      const step = key === 'ArrowDown' ? 1 : -1;
      // One place more than there are paths: the field itself.
      setAt(((at + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if ((key === 'Enter' && chosen) || (key === 'Tab' && !event.shiftKey && (chosen ?? found[0]))) {
      const path = chosen ?? found[0];
      if (path === undefined || (key === 'Tab' && isTyped(path, value))) return;
      event.preventDefault();
      complete(path);
    } else if (key === 'Escape' && chosen) {
      event.preventDefault();
      event.stopPropagation();
      setAt(-1);
    }
  };
  return (
    <div className={styles.place}>
      <TextField
        ref={field}
        className={joinClasses(styles.field, 'mono')}
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${at}` : undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        problem={problem}
        disabled={disabled}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setAt(-1);
          props.onChange(event.target.value);
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Folders"
        className={styles.list}
        hidden={found.length === 0}
      >
        {found.map((path, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            title={path}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => complete(path)}
          >
            {show(path)}
          </div>
        ))}
      </div>
    </div>
  );
}

function isTyped(path: string, value: string): boolean {
  return value.replace(/[/\\]$/, '') === path;
}
