import { useEffect, useRef } from 'react';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCapability } from '../../hooks/use-capability.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePlaceFocus } from '../../hooks/use-place-focus.ts';
import { Empty } from '../../ui/empty.tsx';
import { Place } from '../../ui/place.tsx';
import { CheckList } from './check-list.tsx';
import { ComplaintForm } from './complaint-form.tsx';
import styles from './doctor-place.module.css';
import { EarlierDiagnoses } from './earlier-diagnoses.tsx';
import { Examples } from './examples.tsx';
import { Looking } from './looking.tsx';
import { Verdict } from './verdict.tsx';

/** Why an address does not work: a port, an address or an error goes in, a verdict with its evidence comes out. */
export function DoctorPlace() {
  const home = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  usePlaceFocus(home);
  const live = useLive();
  const offered = useCapability('probe');
  const asking = useAppState((state) => state.doctor.asking);
  const shown = useAppState((state) => state.doctor.shown);
  const failure = useAppState((state) => state.doctor.failure);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  if (!offered) {
    return (
      <Place title="Doctor" quietTitle stale={!live} home={home}>
        <Empty title="No doctor here">
          This Berth cannot diagnose. Run “berth doctor” with the port or the error in a terminal instead.
        </Empty>
      </Place>
    );
  }
  const nothingYet = asking === null && shown === null && failure === null;
  const understood = shown?.diagnosis.cause !== 'not-understood';
  return (
    <Place title="Doctor" quietTitle stale={!live} home={home}>
      <ComplaintForm field={field} home={home} />
      {asking && <Looking connect={asking.connect} />}
      {failure !== null && asking === null && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {shown && asking === null && (
        <>
          <Verdict key={shown.number} kept={shown} />
          <CheckList checks={shown.diagnosis.checks} />
        </>
      )}
      {(nothingYet || (shown && asking === null && !understood)) && <Examples />}
      {asking === null && <EarlierDiagnoses />}
    </Place>
  );
}
