import type { KillTarget } from '../../../shared/contract/kill.ts';

/** What choosing a line of the tray's menu does. */
export type TrayAction =
  | { readonly kind: 'show-window' }
  | { readonly kind: 'show-port'; readonly listenerId: string }
  | { readonly kind: 'open-address'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'restart'; readonly target: KillTarget; readonly listenerId: string }
  | { readonly kind: 'kill'; readonly target: KillTarget; readonly listenerId: string }
  | { readonly kind: 'undo'; readonly id: string }
  | { readonly kind: 'find-free-port' }
  | { readonly kind: 'open-doctor' }
  | { readonly kind: 'stop-folder'; readonly id: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'check-updates' }
  | { readonly kind: 'fetch-update' }
  | { readonly kind: 'install-update' }
  | { readonly kind: 'quit' };

export type TrayItem =
  | { readonly type: 'separator' }
  /** Says something and does nothing. */
  | { readonly type: 'note'; readonly label: string }
  | { readonly type: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };
