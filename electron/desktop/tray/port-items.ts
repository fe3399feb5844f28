import type { KillTarget } from '../../../shared/contract/kill.ts';
import { mayOpenOutside } from '../may-open-outside.ts';
import { addressToCopy, addressToOpen } from './browser-address.ts';
import type { BusyPort } from './busy-ports.ts';
import { nameOfPort } from './name-of-port.ts';
import type { TrayItem } from './tray-action.ts';

/** A busy port with what can be done to it below. */
export function portItem(busy: BusyPort): TrayItem {
  const number = busy.protocol === 'udp' ? `${busy.port}/udp` : `${busy.port}`;
  const reach = busy.listeners.some(({ reach }) => reach === 'network') ? ' · network' : '';
  return { type: 'submenu', label: `${number}  ${nameOfPort(busy)}${reach}`, items: actionsOf(busy) };
}

function actionsOf(busy: BusyPort): readonly TrayItem[] {
  const [listener] = busy.listeners;
  if (!listener) return [];
  const url = busy.listeners.map(addressToOpen).find((address) => address && mayOpenOutside(address));
  const text = addressToCopy(listener);
  return [
    ...(url ? [action('Open in the browser', { kind: 'open-address', url } as const)] : []),
    action(`Copy ${text}`, { kind: 'copy', text }),
    action('Show in Berth', { kind: 'show-port', listenerId: listener.id }),
    { type: 'separator' },
    ...endingItems(busy, listener.id),
  ];
}

function endingItems(busy: BusyPort, listenerId: string): readonly TrayItem[] {
  const { owners, port, protocol } = busy;
  if (owners.length === 0) return [{ type: 'note', label: 'Held by a program that only its user can end' }];
  const target: KillTarget = {
    port,
    protocol,
    owners: owners.map(({ pid, startTime }) => ({ pid, startTime })),
  };
  return [
    action('Restart', { kind: 'restart', target, listenerId }),
    {
      type: 'submenu',
      label: 'Kill',
      items: [action(whatEnds(busy), { kind: 'kill', target, listenerId })],
    },
  ];
}

/** So many are named one by one. */
const mostNamed = 3;

function whatEnds({ owners, listeners }: BusyPort): string {
  const container = listeners[0]?.container ?? owners[0]?.container;
  if (container) return `Stop container ${container.name}`;
  const named = owners.slice(0, mostNamed).map(({ name, pid }) => `${name} (pid ${pid})`);
  const more = owners.length - named.length;
  return `End ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function action(label: string, does: Extract<TrayItem, { type: 'action' }>['action']): TrayItem {
  return { type: 'action', label, action: does };
}
