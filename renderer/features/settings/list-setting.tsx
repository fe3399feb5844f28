import CloseIcon from 'lucide-react/icons/x';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useSetting } from '../../hooks/use-setting.ts';
import { countOf } from '../../lib/count-of.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FieldProblem, TextField } from '../../ui/text-field.tsx';
import { addTo, type ListRules } from './list-rules.ts';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-place.module.css';

type NameKey = 'protectedNames' | 'neverProbeNames' | 'hiddenNames';
type PortKey = 'neverProbePorts' | 'hiddenPorts' | 'watchedPorts';

interface ListSettingProps<K extends NameKey | PortKey> {
  readonly setting: K;
  readonly label: string;
  readonly help: string;
  readonly rules: K extends NameKey ? ListRules<string> : ListRules<number>;
}

/** A list of names or ports, each with the way to take it out, and a field for more. */
export function ListSetting<K extends NameKey | PortKey>({
  setting: key,
  label,
  help,
  rules,
}: ListSettingProps<K>) {
  const setting = useSetting<NameKey | PortKey>(key);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const items: readonly (string | number)[] = setting.value;
  const change = (next: readonly (string | number)[]) => setting.change(next as string[] & number[]);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const added = addTo(items, typed, rules as ListRules<string | number>);
    setProblem('problem' in added ? added.problem : null);
    if ('problem' in added) return;
    setTyped('');
    change(added.items);
  };
  const remove = (item: string | number) => {
    change(items.filter((one) => one !== item));
    field.current?.focus();
  };
  const { length } = setting.fallback;
  return (
    <SettingLine
      name={label}
      setting={setting}
      usually={length === 0 ? 'none' : countOf(length, 'entry', 'entries')}
    >
      <form className={styles.field} onSubmit={add}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <span id={`${id}-help`} className={styles.help}>
          {help}
        </span>
        {items.length > 0 && (
          <ul className={styles.chips} aria-label={label}>
            {items.map((item) => (
              <li key={item} className={styles.chip}>
                <span className="mono">{item}</span>
                <Button
                  tone="quiet"
                  small
                  iconOnly
                  disabled={!setting.enabled}
                  aria-label={`Remove ${item}`}
                  onClick={() => remove(item)}
                >
                  <Icon of={CloseIcon} size={13} />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <span className={styles.withUnit}>
          <TextField
            ref={field}
            id={id}
            className={`${styles.entry} mono`}
            placeholder={rules.placeholder}
            aria-describedby={`${id}-help ${id}-problem`}
            value={typed}
            problem={problem}
            disabled={!setting.enabled}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(null);
            }}
          />
          <Button type="submit" disabled={!setting.enabled || typed.trim() === ''}>
            Add
          </Button>
        </span>
        <FieldProblem id={`${id}-problem`} text={problem} />
      </form>
    </SettingLine>
  );
}
