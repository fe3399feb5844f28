import type { BusyPort, PortGroup } from './busy-ports.ts';
import { portItem } from './port-items.ts';
import type { TrayItem } from './tray-action.ts';
import type { ServedFolderFact, TrayFacts } from './tray-facts.ts';
import { type TrayWarning, trayWarnings } from './tray-warnings.ts';

/** A menu longer than a small screen has to be scrolled, and then the window is quicker. */
const mostOf: Readonly<Record<PortGroup | 'warnings', number>> = {
  warnings: 5,
  yours: 14,
  served: 8,
  others: 8,
};

const openDoctor = 'open-doctor';
const separator: TrayItem = { type: 'separator' };

/** The whole menu of the tray icon, warnings first. */
export function trayMenu(facts: TrayFacts, ports: readonly BusyPort[]): readonly TrayItem[] {
  const of = (group: PortGroup) => ports.filter((port) => port.group === group);
  return withSeparators([
    trayWarnings(facts, ports).slice(0, mostOf.warnings).map(warningItem),
    facts.undo ? [undoItem(facts.undo)] : [],
    portSection('Yours', of('yours'), mostOf.yours),
    folderSection(facts.servedFolders, of('served')),
    portSection('Others', of('others'), mostOf.others),
    ports.length === 0 ? [{ type: 'note', label: emptyNote(facts) }] : [],
    toolItems(facts),
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

function folderSection(
  folders: readonly ServedFolderFact[],
  listening: readonly BusyPort[],
): readonly TrayItem[] {
  if (folders.length === 0) return [];
  return [
    { type: 'note', label: 'Served folders' },
    ...folders.slice(0, mostOf.served).map((folder) => folderItem(folder, listening)),
    ...moreItem(folders, mostOf.served),
  ];
}

function folderItem({ path, port, url }: ServedFolderFact, listening: readonly BusyPort[]): TrayItem {
  const listenerId = listening.find((busy) => busy.port === port)?.listeners[0]?.id;
  return {
    type: 'submenu',
    label: `${port}  ${path}`,
    items: [
      { type: 'action', label: 'Open in the browser', action: { kind: 'open-address', url } },
      { type: 'action', label: `Copy ${url}`, action: { kind: 'copy', text: url } },
      ...(listenerId
        ? [{ type: 'action', label: 'Show in Berth', action: showPort(listenerId) } as const]
        : []),
    ],
  };
}

function moreItem(all: readonly unknown[], shown: number): readonly TrayItem[] {
  const more = all.length - shown;
  if (more <= 0) return [];
  return [{ type: 'action', label: `and ${more} more…`, action: { kind: 'show-window' } }];
}

function toolItems({ isPaused, commands }: TrayFacts): readonly TrayItem[] {
  return [
    { type: 'action', label: 'Copy a free port', action: { kind: 'find-free-port' } },
    ...(commands.has(openDoctor)
      ? [{ type: 'action', label: 'Doctor…', action: { kind: 'run-command', id: openDoctor } } as const]
      : []),
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
