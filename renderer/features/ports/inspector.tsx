import CloseIcon from 'lucide-react/icons/x';
import { useEffect, useMemo, useRef, useState } from 'react';
import { backOut } from '../../commands/back-out.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useFreshProcess } from '../../hooks/use-fresh-process.ts';
import { rowsOfPort, selectInspectedRow } from '../../store/select-inspected.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { AddressFacts } from './address-facts.tsx';
import { BoundTo } from './bound-to.tsx';
import { CommandText } from './command-text.tsx';
import { ContainerProblems } from './container-problems.tsx';
import { DayHistory } from './day-history.tsx';
import { describeHolding } from './describe-holding.ts';
import { describeProblem } from './describe-problem.ts';
import styles from './inspector.module.css';
import { InspectorActions } from './inspector-actions.tsx';
import { LabelEditor } from './label-editor.tsx';
import { learnAbout } from './learn-about.ts';
import { OtherPorts } from './other-ports.tsx';
import { OwnerChoice } from './owner-choice.tsx';
import { ProbeFacts } from './probe-facts.tsx';
import { ProcessFacts } from './process-facts.tsx';
import { ProcessOutput } from './process-output.tsx';
import { ProjectKill } from './project-kill.tsx';
import { rangeNames } from './range-names.ts';

/** Everything known about the selected row. As a sheet it lies over the list and takes the focus. */
export function Inspector({ sheet }: { readonly sheet: boolean }) {
  const app = useApp();
  const row = useAppState(selectInspectedRow);
  const host = useAppState((state) => state.connection.host);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sheet) panel.current?.focus();
  }, [sheet]);
  const owner = row?.owners.find(({ key }) => key === chosenKey) ?? row?.owners[0] ?? null;
  useFreshProcess(row?.closed ? null : owner);
  const rows = useAppState((state) => state.ports.rows);
  const port = row?.listener.port ?? 0;
  const same = useMemo(() => rowsOfPort(rows.values(), port), [rows, port]);
  if (!row) return null;
  const { listener } = row;
  const range = rangeNames[listener.range];
  const problem = describeProblem(row, same);
  const lesson = learnAbout(listener, host?.platform ?? null);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={joinClasses(styles.inspector, sheet && styles.sheet)}
      aria-label={`Port ${listener.port}`}
    >
      <div>
        <div className={styles.top}>
          <div className={styles.hero}>
            <h2 className={styles.number}>{listener.port}</h2>
            {listener.label && <span className={styles.label}>{listener.label}</span>}
            <Badge tone="info" title={range.meaning}>
              {range.name}
            </Badge>
          </div>
          <Button
            tone="quiet"
            small
            iconOnly
            aria-label="Close the inspector"
            onClick={() => backOut.run(app)}
          >
            <Icon of={CloseIcon} />
          </Button>
        </div>
        <p className={styles.sentence}>{describeHolding(row, host)}</p>
        <ContainerProblems row={row} />
        {problem && <p className={styles.trouble}>{problem}</p>}
        {lesson && (
          <p className={styles.lesson} title={lesson.source}>
            {lesson.text}
          </p>
        )}
      </div>
      <InspectorActions row={row} />
      {owner && <ProcessOutput key={owner.key} process={owner} />}
      {row.owners.length > 1 && <OwnerChoice owners={row.owners} chosen={owner} onChoose={setChosenKey} />}
      {owner && <ProcessFacts process={owner} container={row.listener.container ?? owner.container} />}
      {owner && owner.command.length > 0 && <CommandText command={owner.command} />}
      <ProbeFacts row={row} />
      <BoundTo row={row} same={same} />
      <AddressFacts row={row} />
      <DayHistory row={row} />
      <LabelEditor key={listener.port} listener={listener} />
      <OtherPorts row={row} />
      <ProjectKill row={row} />
    </aside>
  );
}
