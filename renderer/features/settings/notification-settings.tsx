import { SwitchSetting } from './switch-setting.tsx';

export function NotificationSettings() {
  return (
    <>
      <SwitchSetting
        setting="notifyWatched"
        label="Tell about watched ports"
        help="When one opens, closes or changes its owner."
      />
      <SwitchSetting
        setting="notifyNetwork"
        label="Tell about new ports on the network"
        help="When a program begins to listen where other machines can reach it."
      />
    </>
  );
}
