import SettingsIcon from 'lucide-react/icons/settings';
import { goToSettings } from '../../commands/go-to-place.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './header.module.css';
import { PlaceLink } from './place-link.tsx';

export function SettingsLink() {
  return (
    <PlaceLink id="settings" command={goToSettings} className={styles.settings} aria-label="Settings">
      <Icon of={SettingsIcon} size={16} />
    </PlaceLink>
  );
}
