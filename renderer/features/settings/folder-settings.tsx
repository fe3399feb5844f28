import { useSetting } from '../../hooks/use-setting.ts';
import { folderWords } from '../../lib/folder-words.ts';
import { readPort } from '../../lib/read-port.ts';
import { Switch } from '../../ui/switch.tsx';
import { NumberSetting, type ReadNumber } from './number-setting.tsx';
import { SettingLine } from './setting-line.tsx';

/** What new folders start with. The network is never among it. */
export function FolderSettings() {
  const setting = useSetting('folderDefaults');
  return (
    <>
      <NumberSetting
        setting="folderPort"
        label="Port to try first"
        help="Where it is taken, the next free one below the dynamic range is."
        read={readFolderPort}
      />
      {folderWords.map(({ option, label, help }) => {
        const usually = setting.fallback[option];
        const own = {
          ...setting,
          isDefault: setting.value[option] === usually,
          reset: () => setting.change({ ...setting.value, [option]: usually }),
        };
        return (
          <SettingLine key={option} name={label} setting={own} usually={usually ? 'on' : 'off'}>
            <Switch
              label={label}
              help={help}
              on={setting.value[option]}
              disabled={!setting.enabled}
              onChange={(on) => setting.change({ ...setting.value, [option]: on })}
            />
          </SettingLine>
        );
      })}
    </>
  );
}

function readFolderPort(typed: string): ReadNumber {
  const read = readPort(typed);
  return 'port' in read ? { value: read.port } : read;
}
