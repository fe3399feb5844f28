import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import { dropQuestion } from '../../store/serving-news.ts';
import type { ServeQuestion } from '../../store/serving-slice.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DangerQuestion } from './danger-question.tsx';
import { PathQuestion } from './path-question.tsx';

/** Asks for a path, or whether a folder is really meant. */
export function ServeDialog() {
  const { store } = useApp();
  const asked = useAppState((state) => state.serving.questions[0] ?? null);
  const firstFocus = useRef<HTMLInputElement & HTMLButtonElement>(null);
  // While the window leaves, it still says what it said.
  const [last, setLast] = useState<ServeQuestion | null>(null);
  if (asked !== null && asked !== last) setLast(asked);
  const question = asked ?? last;
  const close = () => question && dropQuestion(store, question.number);
  return (
    <Dialog
      open={asked !== null}
      title={question?.problem?.reason === 'dangerous' ? 'Serve this folder?' : 'Serve a folder'}
      onClose={close}
      firstFocus={firstFocus}
      // The focus goes back in the next frame, and only then may a toast take it.
      onGone={() => requestAnimationFrame(() => patchSlice(store, 'serving', { dialogShows: false }))}
    >
      {question?.problem?.reason === 'dangerous' ? (
        <DangerQuestion key={question.number} question={question} cancel={firstFocus} onClose={close} />
      ) : (
        question && (
          <PathQuestion key={question.number} question={question} field={firstFocus} onClose={close} />
        )
      )}
    </Dialog>
  );
}
