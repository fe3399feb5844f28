import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { patchSlice } from '../../store/app-store.ts';
import type { KillQuestion } from '../../store/kill-question.ts';
import { clearPicks } from '../../store/pick-rows.ts';
import { runKill } from '../../store/run-kill.ts';
import { stopSupervisor } from '../../store/stop-supervisor.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ManyPlans } from './many-plans.tsx';
import { OnePlan } from './one-plan.tsx';
import styles from './question-dialog.module.css';
import { killLabel, questionTitle, stopLabel } from './question-words.ts';

/** Shows what would end before it does. Cancel is the answer that a stray Enter gives. */
export function QuestionDialog() {
  const app = useApp();
  const asked = useAppState((state) => state.view.asking);
  const live = useAppState((state) => state.connection.phase === 'live');
  const cancel = useRef<HTMLButtonElement>(null);
  const question = useLast(asked);
  if (!question) return null;
  const close = () => patchSlice(app.store, 'view', { asking: null });
  const { choices, force } = question;
  const [only] = choices;
  const single = choices.length === 1 && only ? only : null;
  const ends = choices.filter(({ planned }) => (single ? mayEndAnyway(planned) : planned.verdict === 'end'));
  const command = single?.planned.verdict === 'stop-instead' ? single.planned.supervisor?.command : null;
  const kill = () => {
    close();
    clearPicks(app.store);
    void runKill(app, ends, { force });
  };
  const elevated = single?.planned.elevation === 'system' ? single : null;
  const elevate = () => {
    close();
    if (elevated) void runKill(app, [elevated], { force, elevate: true });
  };
  const stop = () => {
    close();
    const [listenerId] = single?.listenerIds ?? [];
    if (!single || !command || listenerId === undefined) return;
    void stopSupervisor(app, { listenerId, target: single.target, command });
  };
  return (
    <Dialog open={asked !== null} title={questionTitle(question)} onClose={close} firstFocus={cancel}>
      {single ? <OnePlan choice={single} /> : <ManyPlans choices={choices} />}
      <div className={styles.buttons}>
        <Button ref={cancel} onClick={close}>
          {ends.length > 0 || command || elevated ? 'Cancel' : 'Close'}
        </Button>
        {command && (
          <Button tone="accent" disabled={!live} onClick={stop}>
            {stopLabel(single?.planned.supervisor?.name ?? '')}
          </Button>
        )}
        {elevated && (
          <Button tone="danger" disabled={!live} onClick={elevate}>
            Ask for an administrator
          </Button>
        )}
        {ends.length > 0 && (
          <Button tone="danger" disabled={!live} onClick={kill}>
            {single?.planned.verdict === 'stop-instead' ? 'Kill anyway' : killLabel(question, ends)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** What a supervisor would start again can be ended all the same, where there is something to end. */
function mayEndAnyway({ verdict, processes }: KillQuestion['choices'][number]['planned']): boolean {
  return verdict === 'end' || (verdict === 'stop-instead' && processes.length > 0);
}

/** The last question that was put, so that the dialog keeps its words while it goes away. */
function useLast(question: KillQuestion | null): KillQuestion | null {
  const [last, setLast] = useState(question);
  if (question !== null && question !== last) setLast(question);
  return question ?? last;
}
