import { readFileSync, readlinkSync } from 'node:fs';
import { isSameProcess } from '../identity.ts';
import {
  type CompleteRecord,
  type LaunchRecord,
  type LaunchRecordReader,
  type MissingPart,
  type NamedProcess,
  type OwnLaunch,
  SecretEnvironment,
} from '../launch-record.ts';
import type { ProcessReader } from '../process-reader.ts';
import { parseArguments, parseEnvironment } from './parse-launch-words.ts';
import { parseProcessStatus } from './parse-process-status.ts';
import { readPlace } from './read-place.ts';
import { readStandardInput, readStream } from './read-streams.ts';

/** Takes launch records from /proc. `processes` tells whether the pid still is who it was. */
export function createLinuxLaunchRecords(
  processes: Pick<ProcessReader, 'identify'>,
  procRoot = '/proc',
): LaunchRecordReader {
  return {
    isPossible: true,
    async read(process) {
      const taken = take(process, procRoot);
      const now = (await processes.identify([process.pid])).get(process.pid);
      return now && isSameProcess(now, process) ? taken : incomplete(process, ['ended']);
    },
    own: () => own(procRoot),
  };
}

function take(process: NamedProcess, procRoot: string): LaunchRecord {
  const folder = `${procRoot}/${process.pid}`;
  const status = parseProcessStatus(bytes(`${folder}/status`) ?? Buffer.alloc(0));
  const executable = readPlace(`${folder}/exe`);
  const cwd = readPlace(`${folder}/cwd`);
  const environ = bytes(`${folder}/environ`);
  const cmdline = bytes(`${folder}/cmdline`);
  if (!status || !executable || !cwd || !environ || !cmdline) {
    const isForeign = status !== null && status.uid !== own(procRoot).uid;
    return incomplete(process, [isForeign ? 'other-user' : 'unreadable']);
  }
  const argv = parseArguments(cmdline, executable.path);
  const environment = parseEnvironment(environ);
  if (!argv || !environment) return incomplete(process, overwritten(argv === null, environment === null));
  const { umask, uid, gid, isMixed } = status;
  return {
    kind: 'complete',
    process,
    argv,
    environment: new SecretEnvironment(environment),
    executable,
    folder: cwd,
    umask,
    user: { uid, gid, isMixed },
    stdin: readStandardInput(process.pid, procRoot),
    stdout: readStream(process.pid, 1, procRoot),
    stderr: readStream(process.pid, 2, procRoot),
    isElsewhere: isElsewhere(process.pid, procRoot),
  } satisfies CompleteRecord;
}

function overwritten(isCommand: boolean, isEnvironment: boolean): readonly MissingPart[] {
  return [
    ...(isCommand ? (['command-overwritten'] as const) : []),
    ...(isEnvironment ? (['environment-overwritten'] as const) : []),
  ];
}

function incomplete(process: NamedProcess, reasons: readonly MissingPart[]): LaunchRecord {
  return { kind: 'incomplete', process, reasons };
}

function own(procRoot: string): OwnLaunch {
  const status = parseProcessStatus(readFileSync(`${procRoot}/self/status`));
  if (!status) throw new Error('The system does not tell the umask of a process.');
  return status;
}

/** Paths, pids and ports of another namespace or root folder mean something else here. */
function isElsewhere(pid: number, procRoot: string): boolean {
  return ['ns/mnt', 'ns/pid', 'ns/net', 'ns/user', 'root'].some(
    (name) => link(`${procRoot}/${pid}/${name}`) !== link(`${procRoot}/self/${name}`),
  );
}

function bytes(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function link(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}
