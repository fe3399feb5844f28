import { useId } from 'react';
import { joinClasses } from './join-classes.ts';
import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  /** What it does, where the label alone does not say it. */
  readonly help?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  /** On is something to look at. */
  readonly warn?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, with its words beside it: the words can be pressed, too. */
export function Switch({ label, help, on, disabled, warn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.line}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={help ? `${id}-help` : undefined}
        disabled={disabled}
        className={joinClasses(styles.switch, warn && styles.warn)}
        onClick={() => onChange(!on)}
      >
        <span className={styles.knob} />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the switch beside it is what a keyboard uses */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <span className={styles.words} onClick={() => !disabled && onChange(!on)}>
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {help && (
          <span id={`${id}-help`} className={styles.help}>
            {help}
          </span>
        )}
      </span>
    </div>
  );
}
