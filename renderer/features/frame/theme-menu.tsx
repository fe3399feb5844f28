import { Menu } from '@base-ui/react/menu';
import CheckIcon from 'lucide-react/icons/check';
import MonitorIcon from 'lucide-react/icons/monitor';
import MoonIcon from 'lucide-react/icons/moon';
import SunIcon from 'lucide-react/icons/sun';
import type { Settings } from '../../../shared/contract/settings.ts';
import { chooseDarkTheme, chooseLightTheme, followSystemTheme } from '../../commands/change-theme.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './theme-menu.module.css';

const choices = [
  { theme: 'system', title: 'Like the system', icon: MonitorIcon, command: followSystemTheme },
  { theme: 'dark', title: 'Dark', icon: MoonIcon, command: chooseDarkTheme },
  { theme: 'light', title: 'Light', icon: SunIcon, command: chooseLightTheme },
] as const;

/** The choice of a theme. Not there where this shell keeps no settings. */
export function ThemeMenu() {
  const app = useApp();
  const chosen = useAppState((state) => state.connection.settings?.theme ?? 'system');
  const offered = useAppState((state) => state.connection.host?.capabilities.includes('settings') ?? false);
  const enabled = useAppState((state) => followSystemTheme.enabled(state));
  const now = choices.find(({ theme }) => theme === chosen) ?? choices[0];
  if (!offered) return null;
  const choose = (theme: Settings['theme']) =>
    choices.find((choice) => choice.theme === theme)?.command.run(app);
  return (
    <Menu.Root>
      <Menu.Trigger
        disabled={!enabled}
        render={<Button tone="quiet" iconOnly aria-label={`Theme: ${now.title.toLowerCase()}`} />}
      >
        <Icon of={now.icon} size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6}>
          <Menu.Popup className={styles.popup}>
            <Menu.RadioGroup value={chosen} onValueChange={choose}>
              {choices.map(({ theme, title, icon }) => (
                <Menu.RadioItem key={theme} value={theme} className={styles.item} closeOnClick>
                  <Icon of={icon} />
                  {title}
                  <Menu.RadioItemIndicator className={styles.check}>
                    <Icon of={CheckIcon} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
