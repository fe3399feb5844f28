import { useEffect, useRef, useState } from 'react';
import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { usePolledCall } from '../../hooks/use-polled-call.ts';
import type { PortRow } from '../../store/port-row.ts';
import { runProbe } from '../../store/run-probe.ts';
import { Button } from '../../ui/button.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import styles from './inspector.module.css';
import { InspectorSection } from './inspector-section.tsx';

/** A plan changes with its owner and with the settings, and neither often. */
const pace = 60_000;

/** What it answered, or what a probe would send; never sent before it was said. */
export function ProbeFacts({ row }: { readonly row: PortRow }) {
  const { answer, listener, closed } = row;
  const able = useAppState(({ connection: { host } }) => host?.capabilities.includes('probe') ?? false);
  if (listener.protocol !== 'tcp' || (!able && !answer)) return null;
  return (
    <InspectorSection title="Probe">
      {answer && <AnswerFacts answer={answer} />}
      {able && !closed && <Asking key={row.id} row={row} answer={answer} />}
    </InspectorSection>
  );
}

function Asking({ row, answer }: { readonly row: PortRow; readonly answer: ProbeAnswer | null }) {
  const app = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  const key = `${row.id}/${row.listener.owners.join()}`;
  const plan = usePolledCall('probes.plan', key, () => ({ listenerId: row.id }), pace);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  if (!plan) return null;
  const ask = async () => {
    const control = new AbortController();
    abort.current = control;
    setAsking(true);
    const failure = await runProbe(app, row.id, control.signal);
    if (control.signal.aborted) return;
    setAsking(false);
    setProblem(failure);
  };
  if (plan.class === 'never' || plan.sends === null) {
    return <p className={styles.note}>Not probed, ever: {plan.reason}</p>;
  }
  return (
    <>
      {!answer && <p className={styles.note}>Not probed yet. {plan.sends}</p>}
      {problem && <p className={styles.problem}>{problem}</p>}
      <div className={styles.probe}>
        <Button small disabled={!live || asking} title={plan.sends} onClick={() => void ask()}>
          {asking ? 'Probing…' : answer ? 'Probe again' : 'Probe'}
        </Button>
      </div>
    </>
  );
}
