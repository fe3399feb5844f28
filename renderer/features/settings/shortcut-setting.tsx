import { type KeyboardEvent, useId, useState } from 'react';
import { useSetting } from '../../hooks/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { FieldProblem } from '../../ui/text-field.tsx';
import { acceleratorOf } from './accelerator-of.ts';
import { SettingLine } from './setting-line.tsx';
import styles from './settings-place.module.css';

/** The shortcut that brings Berth up from anywhere: it is pressed, not typed. */
export function ShortcutSetting() {
  const setting = useSetting('globalShortcut');
  const id = useId();
  const [recording, setRecording] = useState(false);
  const [pending, setPending] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setRecording(false);
      return;
    }
    const read = acceleratorOf({
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
    });
    setProblem('problem' in read ? read.problem : null);
    setPending('pending' in read ? read.pending : '');
    if (!('accelerator' in read)) return;
    setRecording(false);
    setting.change(read.accelerator);
  };
  const start = () => {
    setProblem(null);
    setPending('');
    setRecording(true);
  };
  return (
    <SettingLine name="Shortcut" setting={setting} usually="none">
      <div className={styles.field}>
        <span id={`${id}-label`} className={styles.label}>
          Shortcut
        </span>
        <span id={`${id}-help`} className={styles.help}>
          Brings Berth to the front from any program.
        </span>
        <span className={styles.withUnit}>
          <Button
            className={styles.recorder}
            tone={recording ? 'accent' : 'plain'}
            disabled={!setting.enabled}
            aria-labelledby={`${id}-label ${id}-now`}
            aria-describedby={`${id}-help ${id}-problem`}
            onClick={start}
            onKeyDown={onKeyDown}
            onBlur={() => setRecording(false)}
          >
            <span id={`${id}-now`} className="mono">
              {recording
                ? pending
                  ? `${pending}+…`
                  : 'Press the keys, Esc to leave it'
                : (setting.value ?? 'None, press to record')}
            </span>
          </Button>
          {setting.value !== null && !recording && (
            <Button tone="quiet" disabled={!setting.enabled} onClick={() => setting.change(null)}>
              Remove
            </Button>
          )}
        </span>
        <FieldProblem id={`${id}-problem`} text={problem} />
      </div>
    </SettingLine>
  );
}
