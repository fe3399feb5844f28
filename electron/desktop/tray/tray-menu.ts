import type { ServedFolder } from '../../../shared/contract/folders.ts';
import type { BusyPort, PortGroup } from './busy-ports.ts';
import { portItem } from './port-items.ts';
import type { TrayItem } from './tray-action.ts';
import type { TrayFacts } from './tray-facts.ts';
import { type TrayWarning, trayWarnings } from './tray-warnings.ts';
import { updateItems } from './update-items.ts';

/** A menu longer than a small screen has to be scrolled, and then the window is quicker. */
const mostOf: Readonly<Record<PortGroup | 'warnings', number>> = {
  warnings: 5,
  yours: 14,
  served: 8,
  others: 8,
};

const separator: TrayItem = { type: 'separator' };

/** The whole menu of the tray icon, warnings first. */
export function trayMenu(facts: TrayFacts, ports: readonly BusyPort[]): readonly TrayItem[] {
  const of = (group: PortGroup) => ports.filter((port) => port.group === group);
  return withSeparators([
    trayWarnings(facts, ports).slice(0, mostOf.warnings).map(warningItem),
    facts.undo ? [undoItem(facts.undo)] : [],
    portSection('Yours', of('yours'), mostOf.yours),
    folderSection(facts.folders),
    portSection('Others', of('others'), mostOf.others),
    ports.length === 0 ? [{ type: 'note', label: emptyNote(facts) }] : [],
    toolItems(facts),
    updateItems(facts.update),
    [
      { type: 'action', label: 'Open Berth', action: { kind: 'show-window' } },
      { type: 'action', label: 'Quit', action: { kind: 'quit' } },
    ],
  ]);
}

function emptyNote({ snapshot: { sequence, source } }: TrayFacts): string {
  return sequence === 0 && source.state !== 'failing' ? 'Reading the ports…' : 'No busy ports';
}

function warningItem({ text, listenerId }: TrayWarning): TrayItem {
  const action = listenerId === null ? { kind: 'show-window' as const } : showPort(listenerId);
  return { type: 'action', label: `⚠ ${text}`, action };
}

function undoItem({ id, port, name }: NonNullable<TrayFacts['undo']>): TrayItem {
  return { type: 'action', label: `Start ${name} on ${port} again`, action: { kind: 'undo', id } };
}

function portSection(title: string, ports: readonly BusyPort[], most: number): readonly TrayItem[] {
  if (ports.length === 0) return [];
  return [{ type: 'note', label: title }, ...ports.slice(0, most).map(portItem), ...moreItem(ports, most)];
}

function folderSection(folders: readonly ServedFolder[]): readonly TrayItem[] {
  const serving = folders.filter(({ state }) => state === 'serving');
  if (serving.length === 0) return [];
  return [
    { type: 'note', label: 'Served folders' },
    ...serving.slice(0, mostOf.served).map(folderItem),
    ...moreItem(serving, mostOf.served),
  ];
}

function folderItem({ id, name, port, urls: [url], options }: ServedFolder): TrayItem {
  return {
    type: 'submenu',
    label: `${port}  ${name}${options.network ? ' · network' : ''}`,
    items: [
      ...(url
        ? ([
            { type: 'action', label: 'Open in the browser', action: { kind: 'open-address', url } },
            { type: 'action', label: `Copy ${url}`, action: { kind: 'copy', text: url } },
            separator,
          ] as const)
        : []),
      { type: 'action', label: 'Stop serving', action: { kind: 'stop-folder', id } },
    ],
  };
}

function moreItem(all: readonly unknown[], shown: number): readonly TrayItem[] {
  const more = all.length - shown;
  if (more <= 0) return [];
  return [{ type: 'action', label: `and ${more} more…`, action: { kind: 'show-window' } }];
}

function toolItems({ isPaused }: TrayFacts): readonly TrayItem[] {
  return [
    { type: 'action', label: 'Copy a free port', action: { kind: 'find-free-port' } },
    { type: 'action', label: 'Doctor…', action: { kind: 'open-doctor' } },
    isPaused
      ? { type: 'action', label: 'Resume watching', action: { kind: 'resume' } }
      : { type: 'action', label: 'Pause watching', action: { kind: 'pause' } },
  ];
}

function showPort(listenerId: string) {
  return { kind: 'show-port', listenerId } as const;
}

function withSeparators(sections: readonly (readonly TrayItem[])[]): readonly TrayItem[] {
  const filled = sections.filter((section) => section.length > 0);
  return filled.flatMap((section, index) => (index === 0 ? section : [separator, ...section]));
}
