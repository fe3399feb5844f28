import type { Settings } from '../../../shared/contract/settings.ts';
import { useSetting } from '../../hooks/use-setting.ts';
import { Switch } from '../../ui/switch.tsx';
import { SettingLine } from './setting-line.tsx';

type SwitchKey = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

export interface SwitchSettingProps {
  readonly setting: SwitchKey;
  readonly label: string;
  readonly help?: string;
}

export function SwitchSetting({ setting: key, label, help }: SwitchSettingProps) {
  const setting = useSetting(key);
  return (
    <SettingLine name={label} setting={setting} usually={setting.fallback ? 'on' : 'off'}>
      <Switch
        label={label}
        {...(help === undefined ? {} : { help })}
        on={setting.value}
        disabled={!setting.enabled}
        onChange={setting.change}
      />
    </SettingLine>
  );
}
