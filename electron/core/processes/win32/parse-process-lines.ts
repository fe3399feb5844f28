import { completeLines } from '../../lib/complete-lines.ts';

/** One process as Win32_Process tells it. What this user may not read is null. */
export interface Win32Process {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  /** Milliseconds since the epoch; null for the idle process, and for System on older releases. */
  readonly startTime: number | null;
  readonly commandLine: string | null;
  readonly executable: string | null;
  /** `DOMAIN\user` */
  readonly user: string | null;
}

export interface ProcessAnswer {
  readonly processes: readonly Win32Process[];
  /** Names of the services that each pid runs. */
  readonly services: ReadonlyMap<number, readonly string[]>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads one JSON object per line, as the script of `process-script.ts` prints it. */
export function parseProcessLines(text: string): ProcessAnswer {
  const processes: Win32Process[] = [];
  const services = new Map<number, readonly string[]>();
  for (const line of completeLines(text)) {
    const fields = parseObject(line);
    const pid = readNumber(fields?.pid);
    if (!fields || pid === null) continue;
    const service = readText(fields.service);
    if (service !== null) services.set(pid, [...(services.get(pid) ?? []), service]);
    else processes.push(readProcess(pid, fields));
  }
  return { processes, services };
}

function readProcess(pid: number, fields: Fields): Win32Process {
  return {
    pid,
    parentPid: readNumber(fields.parent) ?? 0,
    name: readText(fields.name) ?? String(pid),
    startTime: readNumber(fields.start),
    commandLine: readText(fields.command),
    executable: readText(fields.executable),
    user: readText(fields.user),
  };
}

function parseObject(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
