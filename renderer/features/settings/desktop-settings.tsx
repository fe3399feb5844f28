import type { ComponentType } from 'react';
import { useCapability } from '../../hooks/use-capability.ts';
import type { GroupProps } from './settings-place.tsx';
import { ShortcutSetting } from './shortcut-setting.tsx';
import { SwitchSetting } from './switch-setting.tsx';

/** What only a desktop has; each is there where its shell can do it. */
export function DesktopSettings({ group: Group }: { readonly group: ComponentType<GroupProps> }) {
  const shortcut = useCapability('global-shortcut');
  const login = useCapability('start-at-login');
  const tray = useCapability('tray');
  const updates = useCapability('updates');
  if (!shortcut && !login && !tray && !updates) return null;
  return (
    <Group title="Desktop">
      {shortcut && <ShortcutSetting />}
      {login && (
        <SwitchSetting
          setting="startAtLogin"
          label="Start at login"
          help="Without a window, in the tray where there is one."
        />
      )}
      {tray && (
        <SwitchSetting
          setting="closeToTray"
          label="Stay in the tray when the window closes"
          help="Served folders go on, and the ports are one click away."
        />
      )}
      {updates && (
        <SwitchSetting
          setting="checkForUpdates"
          label="Look for updates"
          help="Nothing is installed without being asked for."
        />
      )}
    </Group>
  );
}
