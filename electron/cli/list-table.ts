import type { ListenerDocument } from '../../shared/contract/documents.ts';
import { formatDuration } from './format-duration.ts';
import type { Paint } from './paint.ts';
import { type Column, printTable } from './print-table.ts';

export interface ListLook {
  readonly width: number | null;
  readonly paint: Paint;
  /** Milliseconds since the epoch, from which `UP` is counted. */
  readonly now: number;
}

/** What stands where the name of an owner would, were it allowed to be seen. */
const hidden = '(hidden)';
const pidsShown = 3;

export function listTable(listeners: readonly ListenerDocument[], { width, paint, now }: ListLook): string {
  const columns: readonly Column<ListenerDocument>[] = [
    { title: 'PORT', text: (row) => String(row.port), align: 'right', paint: paint.strong },
    { title: 'PROTO', text: (row) => row.protocol },
    { title: 'ADDRESS', text: (row) => row.address, least: 9 },
    { title: 'REACH', text: (row) => row.reach, paint: (text, row) => paintReach(paint, text, row) },
    { title: 'PROCESS', text: processText, least: 8 },
    { title: 'PID', text: pidText },
    { title: 'USER', text: userText, least: 6 },
    { title: 'PROJECT', text: projectText, least: 7 },
    { title: 'UP', text: (row) => upText(row, now) },
  ];
  return printTable(columns, listeners, { width, paintTitle: paint.faint }).join('\n');
}

function paintReach(paint: Paint, text: string, row: ListenerDocument): string {
  return row.reach === 'network' ? paint.caution(text) : text;
}

function processText({ owners, ownersHidden }: ListenerDocument): string {
  const names = unique(owners.map((owner) => owner.name));
  return [...names, ...(ownersHidden ? [hidden] : [])].join(', ');
}

function pidText({ owners }: ListenerDocument): string {
  const shown = owners.slice(0, pidsShown).map((owner) => String(owner.pid));
  const more = owners.length - shown.length;
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].join(',');
}

function userText({ owners, socketUser }: ListenerDocument): string {
  const users = unique(owners.flatMap((owner) => owner.user ?? []));
  return users.join(',') || (socketUser ?? '');
}

function projectText({ owners, container: behind }: ListenerDocument): string {
  if (behind) return behind.name;
  const projects = owners.flatMap(({ project, container }) => {
    if (container) return container.name;
    if (!project) return [];
    return project.branch ? `${project.name} (${project.branch})` : project.name;
  });
  return unique(projects).join(', ');
}

/** Since the eldest owner began. */
function upText({ owners }: ListenerDocument, now: number): string {
  if (owners.length === 0) return '';
  return formatDuration(now - Math.min(...owners.map((owner) => Date.parse(owner.startTime))));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
