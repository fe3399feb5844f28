import PencilIcon from 'lucide-react/icons/pencil';
import { type FormEvent, useRef, useState } from 'react';
import type { Listener } from '../../../shared/contract/ports.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { changeLabel } from '../../store/change-label.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** What the person calls the port. */
export function LabelEditor({ listener }: { readonly listener: Listener }) {
  const app = useApp();
  const { port, label } = listener;
  const able = useAppState(
    ({ connection: { phase, host } }) => phase === 'live' && (host?.capabilities.includes('label') ?? false),
  );
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const failure = await changeLabel(app, port, input.current?.value.trim() ?? '');
    setProblem(failure);
    if (failure === null) setEditing(false);
  };

  return (
    <InspectorSection
      title="Label"
      action={
        able &&
        !editing && (
          <Button tone="quiet" small onClick={() => setEditing(true)}>
            <Icon of={PencilIcon} size={13} />
            {label ? 'Change label' : 'Add label'}
          </Button>
        )
      }
    >
      {!editing && (
        <p className={label ? undefined : styles.faint}>
          {label ?? `None yet: a name of your own for ${port}.`}
        </p>
      )}
      {editing && (
        <>
          <form className={styles.labelForm} onSubmit={save}>
            <input
              ref={input}
              className={styles.labelInput}
              aria-label={`Label for port ${port}`}
              defaultValue={label ?? ''}
              maxLength={40}
              // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
              autoFocus
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.preventDefault();
                setEditing(false);
              }}
            />
            <Button small type="submit">
              Save
            </Button>
          </form>
          {problem && <p className={styles.problem}>{problem}</p>}
        </>
      )}
    </InspectorSection>
  );
}
