import { type FormEvent, useId, useState } from 'react';
import { useSetting } from '../../hooks/use-setting.ts';
import { FieldProblem, TextField } from '../../ui/text-field.tsx';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-place.module.css';

export type ReadNumber = { readonly value: number } | { readonly problem: string };

export interface NumberSettingProps {
  readonly setting: 'scanIntervalMs' | 'folderPort';
  readonly label: string;
  readonly help: string;
  readonly unit?: string;
  readonly read: (typed: string) => ReadNumber;
}

/** A number. It is taken as soon as it is one, with Enter or when the field is left. */
export function NumberSetting({ setting: key, label, help, unit, read }: NumberSettingProps) {
  const setting = useSetting(key);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(setting.value);
  const now = read(text);
  const problem = 'problem' in now ? now.problem : null;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed === null || !('value' in now)) return;
    setTyped(null);
    if (now.value !== setting.value) setting.change(now.value);
  };
  return (
    <SettingLine
      name={label}
      setting={{
        ...setting,
        reset: () => {
          setTyped(null);
          setting.reset();
        },
      }}
      usually={[setting.fallback, unit].filter(Boolean).join(' ')}
    >
      <form className={styles.field} onSubmit={submit}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <span id={`${id}-help`} className={styles.help}>
          {help}
        </span>
        <span className={styles.withUnit}>
          <TextField
            id={id}
            className={`${styles.number} mono`}
            inputMode="numeric"
            aria-describedby={`${id}-help ${id}-problem`}
            value={text}
            problem={problem}
            disabled={!setting.enabled}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => submit()}
          />
          {unit}
        </span>
        <FieldProblem id={`${id}-problem`} text={problem} />
      </form>
    </SettingLine>
  );
}
