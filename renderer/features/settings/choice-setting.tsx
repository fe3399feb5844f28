import { useId } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { useSetting } from '../../hooks/use-setting.ts';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-place.module.css';

export interface ChoiceSettingProps<K extends 'theme' | 'confirmKill' | 'automaticProbing'> {
  readonly setting: K;
  readonly label: string;
  readonly choices: readonly {
    readonly value: Settings[K];
    readonly title: string;
    readonly help?: string;
  }[];
}

/** One of a few. */
export function ChoiceSetting<K extends 'theme' | 'confirmKill' | 'automaticProbing'>({
  setting: key,
  label,
  choices,
}: ChoiceSettingProps<K>) {
  const setting = useSetting(key);
  const id = useId();
  const usually = choices.find(({ value }) => value === setting.fallback)?.title ?? '';
  return (
    <SettingLine name={label} setting={setting} usually={usually.toLowerCase()}>
      <fieldset className={styles.choice} disabled={!setting.enabled}>
        <legend className={styles.label}>{label}</legend>
        {choices.map(({ value, title, help }) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              name={id}
              checked={setting.value === value}
              onChange={() => setting.change(value)}
            />
            <span>
              {title}
              {help && <span className={styles.help}>{help}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </SettingLine>
  );
}
