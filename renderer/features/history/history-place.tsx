import CloseIcon from 'lucide-react/icons/x';
import { useMemo, useRef, useState } from 'react';
import { useCapability } from '../../hooks/use-capability.ts';
import { mostSpans, useHistory } from '../../hooks/use-history.ts';
import { useLive } from '../../hooks/use-live.ts';
import { useNow } from '../../hooks/use-now.ts';
import { usePlaceFocus } from '../../hooks/use-place-focus.ts';
import { countOf } from '../../lib/count-of.ts';
import { readPort } from '../../lib/read-port.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Place } from '../../ui/place.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ClearHistory } from './clear-history.tsx';
import { nameDay } from './describe-span.ts';
import styles from './history-place.module.css';
import { timeline } from './timeline.ts';
import { TimelineList } from './timeline-list.tsx';

/** Who held which port, from when to when, and how it ended. */
export function HistoryPlace() {
  const home = useRef<HTMLElement>(null);
  usePlaceFocus(home);
  const live = useLive();
  const mayClear = useCapability('settings');
  const [search, setSearch] = useState('');
  const [port, setPort] = useState<number | null>(null);
  const { history, failure, refresh } = useHistory({ search, port });
  const now = useNow(60_000);
  const filtered = search.trim() !== '' || port !== null;
  const items = useMemo(
    () => (history ? timeline(history, !filtered || port !== null, (at) => nameDay(at, now)) : []),
    [history, filtered, port, now],
  );
  const count = history?.spans.length ?? 0;
  const showAll = () => {
    setSearch('');
    setPort(null);
  };
  return (
    <Place
      title="History"
      stale={!live}
      home={home}
      wide
      fixed
      actions={
        <>
          <PortFilter port={port} onChange={setPort} />
          <TextField
            type="search"
            className={styles.search}
            aria-label="Search the history"
            placeholder="Program, project or port"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {mayClear && <ClearHistory disabled={!live || (count === 0 && !filtered)} onCleared={refresh} />}
        </>
      }
    >
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {history === null && failure === null && <p className={styles.quiet}>Reading the history…</p>}
      {history !== null && count === 0 && <NothingHeld filtered={filtered} onShowAll={showAll} />}
      {history !== null && count > 0 && (
        <>
          <p className={styles.quiet} role="status">
            {history.cutOff
              ? `The newest ${mostSpans.toLocaleString('en')} show. Search to find what is older.`
              : countOf(count, 'entry', 'entries')}
          </p>
          <TimelineList items={items} onPort={setPort} />
        </>
      )}
    </Place>
  );
}

function NothingHeld({
  filtered,
  onShowAll,
}: {
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}) {
  if (filtered) {
    return (
      <Empty title="Nothing of that kind" action={<Button onClick={onShowAll}>Show everything</Button>}>
        No port was held by such a program while Berth was looking.
      </Empty>
    );
  }
  return (
    <Empty title="No history yet">
      Berth writes down who holds which port, from when to when, as long as it runs. It stays on this machine.
      Start a server, and it appears here.
    </Empty>
  );
}

interface PortFilterProps {
  readonly port: number | null;
  readonly onChange: (port: number | null) => void;
}

function PortFilter({ port, onChange }: PortFilterProps) {
  const [typed, setTyped] = useState('');
  if (port !== null) {
    return (
      <span className={styles.chip}>
        Port <span className="mono">{port}</span>
        <Button
          tone="quiet"
          small
          iconOnly
          aria-label={`Show other ports than ${port}, too`}
          onClick={() => onChange(null)}
        >
          <Icon of={CloseIcon} size={13} />
        </Button>
      </span>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const read = readPort(typed);
        if (!('port' in read)) return;
        onChange(read.port);
        setTyped('');
      }}
    >
      <TextField
        className={`${styles.port} mono`}
        aria-label="Only this port"
        placeholder="Port"
        inputMode="numeric"
        value={typed}
        problem={typed !== '' && 'problem' in readPort(typed) ? 'That is no port.' : null}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}
