import type { ServiceKind } from '../../shared/contract/identity.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../shared/contract/probes.ts';
import type { Container, Process } from '../../shared/contract/processes.ts';
import { describeAnswer } from '../lib/describe-answer.ts';
import { formatAddress } from '../lib/format-address.ts';
import { type FilterKind, kindOfCommand, kindOfImage } from '../lib/kind-of-command.ts';

/** A listener with its owners looked up: what one row of the list shows. Replaced, never changed. */
export interface PortRow {
  readonly id: string;
  readonly listener: Listener;
  readonly owners: readonly Process[];
  /** True for the moment in which a row that is gone still shows, struck through. */
  readonly closed: boolean;
  /** What it is, told without a connection; null when nothing tells. */
  readonly identified: string | null;
  /** Which of the kinds that the filters know it is, null when none. */
  readonly kind: FilterKind | null;
  /** What the last probe of these very owners learned. */
  readonly answer: ProbeAnswer | null;
  /** Name of the compose service or container behind it, else of the project of the first owner that has one. */
  readonly projectName: string | null;
  /** Everything that a search may find, lower case, one fact a line. */
  readonly searchText: string;
}

export type Answers = ReadonlyMap<string, ProbeAnswer>;

export const noneAnswered: Answers = new Map();

export function makePortRow(
  listener: Listener,
  processes: ReadonlyMap<string, Process>,
  answers: Answers = noneAnswered,
): PortRow {
  const owners = listener.owners.flatMap((key) => processes.get(key) ?? []);
  const projectName = listener.container ? containerName(listener.container) : firstOf(owners, projectNameOf);
  const identified = describeIdentity(listener);
  const answer = answerOf(listener, answers);
  return {
    id: listener.id,
    listener,
    owners,
    closed: false,
    identified,
    kind: kindOf(listener, owners),
    answer,
    projectName,
    searchText: searchTextOf(listener, owners, [
      projectName,
      identified,
      answer && describeAnswer(answer).join(' '),
    ]),
  };
}

function describeIdentity({ identity, serviceName }: Listener): string | null {
  if (!identity) return null;
  const { product, target, source } = identity;
  // What the number is registered for is said as that, and not as a guess about what runs here.
  if (source === 'port-number' && product === serviceName) return null;
  const said = target ? `${product} to ${target}` : product;
  return source === 'port-number' ? `probably ${said}` : said;
}

/** An answer counts only as long as those hold the listener who gave it. */
function answerOf({ id, owners }: Listener, answers: Answers): ProbeAnswer | null {
  const answer = answers.get(id);
  if (!answer || answer.owners.length !== owners.length) return null;
  return answer.owners.every((key) => owners.includes(key)) ? answer : null;
}

const filterKinds: Readonly<Partial<Record<ServiceKind, FilterKind>>> = {
  'dev-server': 'dev-server',
  database: 'database',
  cache: 'database',
  search: 'database',
};

function kindOf({ container, identity }: Listener, owners: readonly Process[]): FilterKind | null {
  if (identity !== undefined) return identity === null ? null : (filterKinds[identity.kind] ?? null);
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

function searchTextOf(
  listener: Listener,
  owners: readonly Process[],
  more: readonly (string | null)[],
): string {
  const facts = [
    formatAddress(listener.address, listener.port),
    listener.label,
    listener.serviceName,
    ...more,
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
