import { Menu } from '@base-ui/react/menu';
import CheckIcon from 'lucide-react/icons/check';
import DownIcon from 'lucide-react/icons/chevron-down';
import { groupByNothing, groupByProcess, groupByProject, groupByReach } from '../../commands/group-list.ts';
import { useApp } from '../../hooks/use-app.ts';
import { useAppState } from '../../hooks/use-app-state.ts';
import type { Grouping } from '../../store/view-slice.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import menuStyles from '../../ui/menu.module.css';
import styles from './filter-bar.module.css';

const choices = [
  { grouping: 'none', title: 'No groups', command: groupByNothing },
  { grouping: 'project', title: 'By project', command: groupByProject },
  { grouping: 'process', title: 'By process', command: groupByProcess },
  { grouping: 'reach', title: 'By reach', command: groupByReach },
] as const satisfies readonly {
  readonly grouping: Grouping;
  readonly title: string;
  readonly command: unknown;
}[];

/** How the list is divided. `home` is where the menu is put in the page. */
export function GroupingMenu({ home }: { readonly home: HTMLElement | null }) {
  const app = useApp();
  const chosen = useAppState((state) => state.view.grouping);
  const now = choices.find(({ grouping }) => grouping === chosen) ?? choices[0];
  const choose = (grouping: Grouping) =>
    choices.find((choice) => choice.grouping === grouping)?.command.run(app);
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button
            tone="quiet"
            small
            className={styles.grouping}
            aria-label={`Group the list: ${now.title.toLowerCase()}`}
          />
        }
      >
        {chosen === 'none' ? 'Group' : `Grouped ${now.title.toLowerCase()}`}
        <Icon of={DownIcon} size={13} />
      </Menu.Trigger>
      <Menu.Portal container={home}>
        <Menu.Positioner align="end" sideOffset={6}>
          <Menu.Popup className={menuStyles.popup}>
            <Menu.RadioGroup value={chosen} onValueChange={choose}>
              {choices.map(({ grouping, title }) => (
                <Menu.RadioItem key={grouping} value={grouping} className={menuStyles.item} closeOnClick>
                  <span className={menuStyles.check}>
                    <Menu.RadioItemIndicator>
                      <Icon of={CheckIcon} />
                    </Menu.RadioItemIndicator>
                  </span>
                  {title}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
