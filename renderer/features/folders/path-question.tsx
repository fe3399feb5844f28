import { type FormEvent, type RefObject, useId, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useCompletedPath } from '../../hooks/use-completed-path.ts';
import { useFocusWhenLost } from '../../hooks/use-focus-when-lost.ts';
import { useLive } from '../../hooks/use-live.ts';
import { shortenPath } from '../../lib/shorten-path.ts';
import { serveOne, tellServed } from '../../store/serve-folders.ts';
import { askAboutFolder } from '../../store/serving-news.ts';
import type { ServeProblem, ServeQuestion } from '../../store/serving-slice.ts';
import { Button } from '../../ui/button.tsx';
import { PathField } from '../../ui/path-field.tsx';
import { FieldProblem } from '../../ui/text-field.tsx';
import styles from './path-question.module.css';

export interface PathQuestionProps {
  readonly question: ServeQuestion;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

/** The field for a path, with completion below the home folder, and what was wrong with the last one. */
export function PathQuestion({ question, field, onClose }: PathQuestionProps) {
  const app = useApp();
  const live = useLive();
  const id = useId();
  const home = useAppState((state) => state.connection.host?.home ?? '');
  const separator = useAppState((state) => (state.connection.host?.platform === 'win32' ? '\\' : '/'));
  const [path, setPath] = useState(question.path);
  const [problem, setProblem] = useState<ServeProblem | null>(question.problem);
  const [busy, setBusy] = useState(false);
  const found = useCompletedPath(path);
  useFocusWhenLost(field);
  const change = (next: string) => {
    setPath(next);
    setProblem(null);
  };
  const serve = async (meant: string) => {
    if (meant.trim() === '') {
      setProblem({
        reason: 'missing',
        message: 'Type the path of a folder, or choose one below.',
        offer: null,
      });
      return;
    }
    setBusy(true);
    const answer = await serveOne(app, { path: meant.trim(), port: question.port });
    setBusy(false);
    if (answer === null || 'folder' in answer || answer.problem.reason === 'dangerous') onClose();
    if (answer === null) return;
    if ('folder' in answer) await tellServed(app, [answer.folder]);
    else if (answer.problem.reason === 'dangerous') {
      askAboutFolder(app.store, {
        path: meant.trim(),
        port: question.port,
        note: null,
        problem: answer.problem,
      });
    } else {
      setProblem(answer.problem);
      field.current?.focus();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && live) void serve(path);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p id={`${id}-note`} className={styles.note}>
        {question.note ?? 'Type the path of the folder. ~ is your home folder.'}
        {question.port !== null && ` It will be served on port ${question.port}.`}
      </p>
      <PathField
        label="Path of the folder"
        placeholder="~/site"
        field={field}
        value={path}
        found={found}
        disabled={busy}
        problem={problem?.message ?? null}
        describedBy={`${id}-note ${id}-problem`}
        show={(one) => shortenPath(one, home, 52)}
        onChange={change}
        onComplete={(one) => change(`${one}${separator}`)}
      />
      <FieldProblem id={`${id}-problem`} text={problem?.message ?? null} />
      <div className={styles.end}>
        <Button onClick={onClose}>Cancel</Button>
        {problem?.offer && (
          <Button tone="accent" disabled={!live || busy} onClick={() => void serve(problem.offer ?? '')}>
            Serve {shortenPath(problem.offer, home, 28)}
          </Button>
        )}
        <Button type="submit" tone={problem?.offer ? 'plain' : 'primary'} disabled={!live || busy}>
          {busy ? 'Serving…' : 'Serve'}
        </Button>
      </div>
    </form>
  );
}
