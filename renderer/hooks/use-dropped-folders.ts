import { useEffect, useState } from 'react';
import type { NextAddress } from '../../shared/contract/folders.ts';
import { acceptDrop } from '../store/accept-drop.ts';
import type { App } from '../store/app.ts';
import { useApp } from './use-app.ts';

export interface DragState {
  readonly dragging: boolean;
  /** Where the folder would be served; null until Berth has said it. */
  readonly next: NextAddress | null;
}

/** Milliseconds without a `dragover` after which nothing is dragged here any more: they come every 350 ms at most. */
const goneAfter = 800;

/** Takes what is dropped anywhere on the window, and says while something is dragged over it. */
export function useDroppedFolders(): DragState {
  const app = useApp();
  const [dragging, setDragging] = useState(false);
  const [next, setNext] = useState<NextAddress | null>(null);
  useEffect(() => {
    let gone: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(gone);
      setDragging(false);
    };
    const onDrag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Else the browser would show the file in place of this page.
      event.preventDefault();
      // Every source allows a copy; a link, some do not, and then nothing is dropped at all.
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setDragging(true);
      clearTimeout(gone);
      gone = setTimeout(end, goneAfter);
    };
    const onLeave = (event: DragEvent) => {
      // Between two elements of the page there is a next one.
      if (event.relatedTarget === null) end();
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      end();
      acceptDrop(app, event.dataTransfer);
    };
    window.addEventListener('dragenter', onDrag);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      clearTimeout(gone);
      window.removeEventListener('dragenter', onDrag);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [app]);
  useEffect(() => {
    if (!dragging) return;
    const abort = new AbortController();
    void askNext(app, abort.signal).then((address) => !abort.signal.aborted && setNext(address));
    return () => abort.abort();
  }, [app, dragging]);
  return { dragging, next };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

async function askNext({ call }: App, signal: AbortSignal): Promise<NextAddress | null> {
  const outcome = await call('folders.next-address', {}, { signal });
  return outcome.ok ? outcome.value : null;
}
