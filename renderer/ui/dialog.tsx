import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** What has the focus first: where Enter would do harm, the way out. */
  readonly firstFocus: RefObject<HTMLElement | null>;
  /** It has left the screen, and the focus is back where it was. */
  readonly onGone?: () => void;
  readonly children: ReactNode;
}

/** A modal window in the middle. Escape and a click beside it close it. */
export function Dialog({ open, title, onClose, firstFocus, onGone, children }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onOpenChangeComplete={(next) => !next && onGone?.()}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup className={styles.popup} initialFocus={firstFocus}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
