import FolderIcon from 'lucide-react/icons/folder';
import ListIcon from 'lucide-react/icons/list';
import StethoscopeIcon from 'lucide-react/icons/stethoscope';
import { useRef, useState } from 'react';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { isFirstStart } from '../../store/is-first-start.ts';
import { putHintsAway } from '../../store/put-hints-away.ts';
import mark from '../../ui/berth-mark.svg';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon, type IconProps } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './welcome.module.css';

interface Hint {
  readonly icon: IconProps['of'];
  readonly title: string;
  readonly text: string;
  readonly keys: readonly string[];
}

const hints: readonly Hint[] = [
  {
    icon: ListIcon,
    title: 'See who holds a port',
    text: 'Type its number and press Enter. Del ends what holds it, u takes that back.',
    keys: ['/'],
  },
  {
    icon: FolderIcon,
    title: 'Serve a folder',
    text: 'It gets an address that only this machine can reach.',
    keys: ['s'],
  },
  {
    icon: StethoscopeIcon,
    title: 'Find out why an address does not work',
    text: 'Paste the error, whatever printed it.',
    keys: ['3'],
  },
];

/** The first start: three hints, put away with one key and for good. */
export function Welcome() {
  const app = useApp();
  const isNew = useAppState(isFirstStart);
  const [away, setAway] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const putAway = () => {
    setAway(true);
    void putHintsAway(app);
  };
  return (
    <Dialog open={isNew && !away} title="Welcome to Berth" onClose={putAway} firstFocus={button}>
      <p className={styles.lead}>
        <img className={styles.mark} src={mark} alt="" />
        Every port that something on this machine listens on, who holds it, and what you can do about it.
      </p>
      <ul className={styles.hints}>
        {hints.map(({ icon, title, text, keys }) => (
          <li key={title} className={styles.hint}>
            <span className={styles.icon}>
              <Icon of={icon} size={18} />
            </span>
            <span className={styles.words}>
              <strong className={styles.title}>{title}</strong>
              <span className={styles.text}>{text}</span>
            </span>
            {keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
          </li>
        ))}
      </ul>
      <div className={styles.end}>
        <span className={styles.text}>
          <Kbd keys="?" /> shows all keys
        </span>
        <Button ref={button} tone="primary" onClick={putAway}>
          Show my ports
        </Button>
      </div>
    </Dialog>
  );
}
