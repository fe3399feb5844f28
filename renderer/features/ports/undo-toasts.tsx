import { undoLastKill } from '../../commands/undo-last-kill.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { useNow } from '../../hooks/use-now.ts';
import { forgetUndo, undoKill } from '../../store/undo-kill.ts';
import type { UndoOffer } from '../../store/undo-offer.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type ToastItem, Toasts } from '../../ui/toasts.tsx';
import { PrintedLines } from './printed-lines.tsx';
import styles from './undo-toasts.module.css';

/** How long good news stays, in milliseconds. */
const goodNewsStays = 5000;

/** Offers at the bottom of the page to take a kill back, and says there what came of it. */
export function UndoToasts() {
  const { store } = useApp();
  const undos = useAppState((state) => state.actions.undos);
  const items = [...undos.values()].map(toItem);
  return <Toasts label="Undo" items={items} onGone={(id) => forgetUndo(store, id)} />;
}

function toItem(offer: UndoOffer): ToastItem {
  const { runId, phase, text, message, lines } = offer;
  const title = phase === 'offered' ? text : (message ?? 'Starting it again…');
  return {
    id: runId,
    version: phase,
    tone: phase === 'failed' ? 'failed' : phase === 'back' ? 'good' : 'plain',
    stays: staysFor(offer),
    title,
    content: lines.length > 0 ? <PrintedLines lines={lines} label="The last it printed" /> : null,
    action: phase === 'offered' ? <UndoButton offer={offer} /> : null,
  };
}

/** Milliseconds until it leaves by itself; 0 when it waits to be dismissed. */
function staysFor({ phase, until }: UndoOffer): number {
  if (phase === 'offered') return Math.max(1, until - Date.now());
  return phase === 'back' ? goodNewsStays : 0;
}

function UndoButton({ offer: { runId, until } }: { readonly offer: UndoOffer }) {
  const app = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  const seconds = Math.ceil((until - useNow(500)) / 1000);
  if (seconds <= 0) return <span className={styles.late}>The time for it is over.</span>;
  return (
    <Button small disabled={!live} onClick={() => void undoKill(app, runId)}>
      Undo
      <span className={styles.rest} aria-hidden="true">
        {seconds} s
      </span>
      <span className={styles.key} aria-hidden="true">
        <Kbd keys={undoLastKill.keys[0] ?? ''} />
      </span>
    </Button>
  );
}
