import type { UpdateState } from '../updates/update-state.ts';
import type { TrayItem } from './tray-action.ts';

/** What the menu says of a newer version, and the next step that takes the person's word. */
export function updateItems(state: UpdateState): readonly TrayItem[] {
  switch (state.kind) {
    case 'off':
      return [];
    case 'not-checked':
      return [check('Look for updates')];
    case 'none':
      return [check('This is the newest version. Look again')];
    case 'checking':
      return [{ type: 'note', label: 'Looking for updates…' }];
    case 'available':
      return [{ type: 'action', label: `Fetch Berth ${state.version}`, action: { kind: 'fetch-update' } }];
    case 'downloading':
      return [{ type: 'note', label: `Fetching Berth ${state.version}…` }];
    case 'ready':
      return [
        { type: 'action', label: `Restart into Berth ${state.version}`, action: { kind: 'install-update' } },
      ];
    case 'failed':
      return state.doing === 'check'
        ? [check('Updates could not be looked for. Try again')]
        : [
            {
              type: 'action',
              label: 'The update was not fetched. Try again',
              action: { kind: 'fetch-update' },
            },
          ];
  }
}

function check(label: string): TrayItem {
  return { type: 'action', label, action: { kind: 'check-updates' } };
}
