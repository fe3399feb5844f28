import { Toast as Base } from '@base-ui/react/toast';
import CloseIcon from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './toasts.module.css';

export interface ToastItem {
  readonly id: string;
  /** Changes when the item says something else. */
  readonly version: string;
  readonly tone: 'plain' | 'good' | 'failed';
  /** Milliseconds until it leaves by itself, 0 for never. Stands still while it is pointed at or has the focus. */
  readonly stays: number;
  readonly title: string;
  readonly content: ReactNode;
  readonly action: ReactNode;
}

export interface ToastsProps {
  readonly label: string;
  readonly items: readonly ToastItem[];
  /** An item has left, or was closed. */
  readonly onGone: (id: string) => void;
}

const mostShown = 3;

/** One place at the end of the page for all of them, so that none lies over another. */
function toastHost(): HTMLElement {
  const host =
    document.querySelector<HTMLElement>(`.${styles.host}`) ??
    Object.assign(document.createElement('div'), { className: styles.host });
  document.body.append(host);
  return host;
}

/** Short messages that float at the bottom, the newest lowest. F6 moves the focus to them. */
export function Toasts(props: ToastsProps) {
  return (
    <Base.Provider limit={mostShown}>
      <Shown {...props} />
    </Base.Provider>
  );
}

function Shown({ label, items, onGone }: ToastsProps) {
  const { toasts, add, update, close } = Base.useToastManager();
  const [host] = useState(toastHost);
  const versions = useRef(new Map<string, string>());
  useEffect(() => {
    const known = versions.current;
    for (const { id, version, stays } of items) {
      if (known.get(id) === version) continue;
      if (known.has(id)) update(id, { timeout: stays });
      else add({ id, timeout: stays, onRemove: () => onGone(id) });
      known.set(id, version);
    }
    for (const id of [...known.keys()]) {
      if (items.some((item) => item.id === id)) continue;
      known.delete(id);
      close(id);
    }
  }, [items, add, update, close, onGone]);
  return (
    <Base.Portal container={host}>
      <Base.Viewport className={styles.viewport} aria-label={label}>
        {toasts.map((toast) => {
          const item = items.find(({ id }) => id === toast.id);
          return (
            item && (
              <Base.Root
                key={toast.id}
                toast={toast}
                swipeDirection={['down', 'right']}
                className={joinClasses(styles.toast, styles[item.tone])}
              >
                <div className={styles.line}>
                  <Base.Title className={styles.title}>{item.title}</Base.Title>
                  {item.action}
                  <Base.Close
                    render={
                      <Button tone="quiet" small iconOnly aria-label="Dismiss">
                        <Icon of={CloseIcon} />
                      </Button>
                    }
                  />
                </div>
                {item.content}
              </Base.Root>
            )
          );
        })}
      </Base.Viewport>
    </Base.Portal>
  );
}
