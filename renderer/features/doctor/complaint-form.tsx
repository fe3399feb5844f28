import { type FormEvent, type KeyboardEvent, type RefObject, useId } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useLive } from '../../hooks/use-live.ts';
import { patchSlice } from '../../store/app-store.ts';
import { mayConnect, runDiagnosis, stopDiagnosis } from '../../store/run-diagnosis.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './complaint-form.module.css';

/** As much as the doctor reads; whoever pastes a whole log gets its beginning read. */
const mostCharacters = 1_000_000;

export interface ComplaintFormProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly home: RefObject<HTMLElement | null>;
}

/** What is wrong, in the words of whatever said it. */
export function ComplaintForm({ field, home }: ComplaintFormProps) {
  const app = useApp();
  const live = useLive();
  const id = useId();
  const text = useAppState((state) => state.doctor.text);
  const asking = useAppState((state) => state.doctor.asking !== null);
  const connect = useAppState(mayConnect);
  const ready = live && text.trim() !== '';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) void runDiagnosis(app, text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') home.current?.focus();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label="Port, address or error"
          aria-describedby={`${id}-help`}
          placeholder="Paste an error, or type an address or a port"
          rows={1}
          maxLength={mostCharacters}
          spellCheck={false}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => patchSlice(app.store, 'doctor', { text: event.target.value })}
        />
        {asking ? (
          // Another button than the next: a click on one must not go on as a click on the other.
          <Button key="stop" className={styles.go} onClick={() => stopDiagnosis(app.store)}>
            Stop
          </Button>
        ) : (
          <Button key="go" className={styles.go} type="submit" tone="primary" disabled={!ready}>
            Diagnose
          </Button>
        )}
      </div>
      <div id={`${id}-help`} className={styles.help}>
        <Switch
          label={connect ? 'May connect once' : 'Does not connect'}
          help={
            connect
              ? 'Where that does no harm, to see what answers. Debuggers and tunnels are never touched.'
              : 'Looks at what the system tells, and asks no program.'
          }
          on={connect}
          disabled={asking}
          onChange={(on) => patchSlice(app.store, 'doctor', { connect: on })}
        />
      </div>
    </form>
  );
}
