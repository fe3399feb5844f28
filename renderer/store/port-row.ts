import type { Listener } from '../../shared/contract/ports.ts';
import type { Container, Process } from '../../shared/contract/processes.ts';
import { describeCommand } from '../lib/describe-command.ts';
import { formatAddress } from '../lib/format-address.ts';
import { kindOfCommand, kindOfImage, type ServiceKind } from '../lib/kind-of-service.ts';

/** A listener with its owners looked up: what one row of the list shows. Replaced, never changed. */
export interface PortRow {
  readonly id: string;
  readonly listener: Listener;
  readonly owners: readonly Process[];
  /** True for the moment in which a row that is gone still shows, struck through. */
  readonly closed: boolean;
  /** What the command line of the first owner says, null when it says nothing we know. */
  readonly commandSays: string | null;
  /** What it is for, null when nothing tells. */
  readonly kind: ServiceKind | null;
  /** Name of the compose service or container behind it, else of the project of the first owner that has one. */
  readonly projectName: string | null;
  /** Everything that a search may find, lower case, one fact a line. */
  readonly searchText: string;
}

export function makePortRow(listener: Listener, processes: ReadonlyMap<string, Process>): PortRow {
  const owners = listener.owners.flatMap((key) => processes.get(key) ?? []);
  const projectName = listener.container ? containerName(listener.container) : firstOf(owners, projectNameOf);
  return {
    id: listener.id,
    listener,
    owners,
    closed: false,
    commandSays: firstOf(owners, (owner) => describeCommand(owner.command)),
    kind: kindOf(listener, owners),
    projectName,
    searchText: searchTextOf(listener, owners, projectName),
  };
}

function kindOf({ container }: Listener, owners: readonly Process[]): ServiceKind | null {
  const image = container?.image ?? firstOf(owners, (owner) => owner.container?.image ?? null);
  // The program that passes the port of a container on says nothing about the container.
  return image ? kindOfImage(image) : firstOf(owners, (owner) => kindOfCommand(owner.command));
}

function projectNameOf({ container, project }: Process): string | null {
  return container ? containerName(container) : (project?.name ?? null);
}

function containerName({ composeProject, composeService, name }: Container): string {
  return composeProject && composeService ? `${composeProject}/${composeService}` : name;
}

/** A family of hundreds of processes looks alike: the first few tell. */
const searchedOwners = 16;

function searchTextOf(listener: Listener, owners: readonly Process[], projectName: string | null): string {
  const facts = [
    formatAddress(listener.address, listener.port),
    listener.label,
    listener.serviceName,
    projectName,
  ];
  for (const owner of owners.slice(0, searchedOwners)) {
    facts.push(owner.name, owner.command.join(' '), owner.cwd, owner.user, owner.project?.branch ?? null);
  }
  if (owners.length === 0) facts.push(listener.socketUser);
  return facts
    .filter((fact) => fact !== null)
    .join('\n')
    .toLowerCase();
}

function firstOf<T>(owners: readonly Process[], read: (owner: Process) => T | null): T | null {
  for (const owner of owners.slice(0, searchedOwners)) {
    const value = read(owner);
    if (value !== null) return value;
  }
  return null;
}
