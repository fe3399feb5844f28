import { type ReactNode, useId, useRef } from 'react';
import { useCapability } from '../../hooks/use-capability.ts';
import { useLive } from '../../hooks/use-live.ts';
import { usePlaceFocus } from '../../hooks/use-place-focus.ts';
import { Empty } from '../../ui/empty.tsx';
import { Place } from '../../ui/place.tsx';
import { About } from './about.tsx';
import { ChoiceSetting } from './choice-setting.tsx';
import { DesktopSettings } from './desktop-settings.tsx';
import { FolderSettings } from './folder-settings.tsx';
import { nameRules, portRules } from './list-rules.ts';
import { ListSetting } from './list-setting.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { NumberSetting } from './number-setting.tsx';
import { ProbeActivityView } from './probe-activity-view.tsx';
import { readPace } from './read-pace.ts';
import styles from './settings-place.module.css';
import { SwitchSetting } from './switch-setting.tsx';

/** Everything that can be set. Each takes effect at once. */
export function SettingsPlace() {
  const home = useRef<HTMLElement>(null);
  usePlaceFocus(home);
  const live = useLive();
  const offered = useCapability('settings');
  const notifies = useCapability('notify');
  return (
    <Place title="Settings" stale={!live} home={home}>
      {!offered && (
        <Empty title="No settings here">This Berth keeps no settings; it shows what is usual.</Empty>
      )}
      {offered && (
        <>
          <Group title="Appearance">
            <ChoiceSetting
              setting="theme"
              label="Theme"
              choices={[
                { value: 'system', title: 'Like the system' },
                { value: 'dark', title: 'Dark' },
                { value: 'light', title: 'Light' },
              ]}
            />
          </Group>
          <Group title="Watching">
            <NumberSetting
              setting="scanIntervalMs"
              label="Pause between two looks"
              help="While somebody looks; Berth looks less often when nobody does."
              unit="ms"
              read={readPace}
            />
            {!notifies && <WatchedPorts />}
          </Group>
          <Group title="Probing">
            <ChoiceSetting
              setting="automaticProbing"
              label="Connecting by itself"
              choices={[
                {
                  value: 'safe',
                  title: 'Only to what takes it',
                  help: 'One cheap request to servers known to take one.',
                },
                { value: 'ask', title: 'Offer it', help: 'Connects when you say so, and points out where.' },
                { value: 'off', title: 'Never', help: 'Connects only where you choose Probe.' },
              ]}
            />
            <ListSetting
              setting="neverProbeNames"
              label="Programs never to connect to"
              help="Not even when a probe is chosen."
              rules={nameRules}
            />
            <ListSetting
              setting="neverProbePorts"
              label="Ports never to connect to"
              help="Whoever listens there."
              rules={portRules}
            />
            <ProbeActivityView />
          </Group>
          <Group title="Hidden rows">
            <SwitchSetting
              setting="hideSystem"
              label="Hide what belongs to the system"
              help="The list says how many rows it leaves out."
            />
            <SwitchSetting setting="hideUdp" label="Hide UDP" />
            <ListSetting
              setting="hiddenNames"
              label="Programs to hide"
              help="By their name as the list shows it."
              rules={nameRules}
            />
            <ListSetting
              setting="hiddenPorts"
              label="Ports to hide"
              help="Whoever listens there."
              rules={portRules}
            />
          </Group>
          <Group title="Killing">
            <ChoiceSetting
              setting="confirmKill"
              label="Ask before a kill"
              choices={[
                {
                  value: 'when-more',
                  title: 'When more than the obvious would end',
                  help: 'Children, containers, other ports of the same program.',
                },
                { value: 'always', title: 'Always' },
              ]}
            />
            <ListSetting
              setting="protectedNames"
              label="Programs never to end"
              help="Berth refuses to end these, also by force."
              rules={nameRules}
            />
          </Group>
          <Group title="Folders">
            <FolderSettings />
          </Group>
          {notifies && (
            <Group title="Notifications">
              <WatchedPorts />
              <NotificationSettings />
            </Group>
          )}
          <DesktopSettings group={Group} />
        </>
      )}
      <Group title="About">
        <About />
      </Group>
    </Place>
  );
}

function WatchedPorts() {
  return (
    <ListSetting
      setting="watchedPorts"
      label="Ports to watch"
      help="The desktop app tells when one opens, closes or changes its owner."
      rules={portRules}
    />
  );
}

export interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Group({ title, children }: GroupProps) {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <div className={styles.settings}>{children}</div>
    </section>
  );
}
