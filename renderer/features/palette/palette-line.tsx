import { Autocomplete } from '@base-ui/react/autocomplete';
import { formatAddress } from '../../lib/format-address.ts';
import type { PortRow } from '../../store/port-row.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Marked } from '../../ui/marked.tsx';
import styles from './palette.module.css';
import type { CommandItem, PaletteItem } from './palette-items.ts';

export interface PaletteLineProps {
  readonly item: PaletteItem;
  readonly query: string;
  readonly onChoose: () => void;
}

/** A command with its key or the reason why not, or a port with who holds it. */
export function PaletteLine({ item, query, onChoose }: PaletteLineProps) {
  const blocked = 'reason' in item && item.reason !== null;
  return (
    <Autocomplete.Item
      value={item}
      className={joinClasses(styles.item, blocked && styles.blocked)}
      aria-disabled={blocked}
      onClick={onChoose}
    >
      {'row' in item ? <PortWords row={item.row} query={query} /> : <CommandWords item={item} />}
    </Autocomplete.Item>
  );
}

function CommandWords({ item: { title, at, reason, command } }: { readonly item: CommandItem }) {
  const [key] = command.keys;
  return (
    <>
      <span className={styles.title}>
        <MarkedAt text={title} at={at} />
      </span>
      {reason !== null ? <span className={styles.beside}>{reason}</span> : key && <Kbd keys={key} />}
    </>
  );
}

function PortWords({
  row: { listener, owners, projectName },
  query,
}: {
  readonly row: PortRow;
  readonly query: string;
}) {
  const needles = query
    .toLowerCase()
    .split(/[\s:]+/)
    .filter(Boolean);
  const [first] = owners;
  return (
    <>
      <span className={styles.port}>
        <Marked text={String(listener.port)} needles={needles} />
      </span>
      <span className={styles.title}>
        {first ? <Marked text={first.name} needles={needles} /> : (listener.socketUser ?? 'not visible')}
        {first && <span className={styles.faint}> {first.pid}</span>}
        {projectName && (
          <span className={styles.faint}>
            {' '}
            <Marked text={projectName} needles={needles} />
          </span>
        )}
      </span>
      <span className={joinClasses(styles.beside, 'mono')}>
        {formatAddress(listener.address, listener.port)}
        {listener.protocol === 'udp' && ' UDP'}
      </span>
    </>
  );
}

/** The text with the letters marked that were found, which need not be side by side. */
function MarkedAt({ text, at }: { readonly text: string; readonly at: readonly number[] }) {
  const marked = new Set(at);
  const parts: { readonly from: number; readonly text: string; readonly marked: boolean }[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && marked.has(to) === marked.has(from)) to += 1;
    parts.push({ from, text: text.slice(from, to), marked: marked.has(from) });
    from = to;
  }
  return parts.map((part) => (part.marked ? <mark key={part.from}>{part.text}</mark> : part.text));
}
