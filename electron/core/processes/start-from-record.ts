import { closeSync, openSync } from 'node:fs';
import type { Clock } from '../lib/clock.ts';
import { type LaunchedProgram, launchProgram, type ProgramEnd } from '../lib/start-program.ts';
import { type ExactLauncher, exactInput } from './exact-launcher.ts';
import { invokedPath } from './invoked-path.ts';
import type { CompleteRecord, NamedProcess } from './launch-record.ts';
import type { OutputFolder } from './output-folder.ts';
import { plainStart } from './plain-start.ts';
import type { ProcessReader } from './process-reader.ts';

export interface StartWorld {
  readonly processes: Pick<ProcessReader, 'identify'>;
  readonly clock: Clock;
  readonly output: OutputFolder;
  readonly ownUmask: number;
  readonly exactLauncher: ExactLauncher | null;
}

/** A program that was started again. */
export interface StartedAgain {
  readonly process: NamedProcess;
  /** Null while it runs. */
  end(): ProgramEnd | null;
}

/** Its message says what went wrong and holds no argument and no variable, unlike the errors of Node. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

/**
 * Starts a program as it was started before, in a session of its own, with its output in a file. It goes on when Berth
 * quits.
 */
export async function startFromRecord(given: CompleteRecord, world: StartWorld): Promise<StartedAgain> {
  const record = { ...given, executable: { ...given.executable, path: invokedPath(given) } };
  const output = await world.output.open().catch((error: unknown) => {
    throw new StartError(`its output cannot be kept (${codeOf(error)})`);
  });
  try {
    const launched = await launch(record, output.descriptor, world).catch((error: unknown) => {
      throw error instanceof StartError ? error : new StartError(`the system refused it (${codeOf(error)})`);
    });
    let end: ProgramEnd | null = null;
    void launched.ended.then((how) => {
      end = how;
    });
    const process = await identify(launched, record, world);
    await output.assign(process).catch(() => undefined);
    return { process, end: () => end };
  } catch (error) {
    await output.discard().catch(() => undefined);
    throw error;
  } finally {
    output.close();
  }
}

async function launch(record: CompleteRecord, output: number, world: StartWorld): Promise<LaunchedProgram> {
  const input = record.stdin.kind === 'file' ? record.stdin.path : Buffer.from('/dev/null');
  const plain = plainStart(record, world.ownUmask);
  if (plain) {
    const { program, args, argv0, cwd, env } = plain;
    return withInput(input, (descriptor) =>
      launchProgram(program, args, { argv0, cwd, env, input: descriptor, output }),
    );
  }
  const { exactLauncher } = world;
  if (!exactLauncher) throw new StartError('neither perl nor python3 is installed');
  const { program, args } = exactLauncher;
  return launchProgram(program, args, { env: {}, cwd: '/', input: exactInput(record, input), output });
}

async function withInput<T>(file: Buffer, use: (descriptor: number) => Promise<T>): Promise<T> {
  const descriptor = openSync(file, 'r');
  try {
    return await use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Exec keeps pid and start time. A program that is over already is told by the moment of its start. */
async function identify(
  { pid }: LaunchedProgram,
  { process }: CompleteRecord,
  { processes, clock }: StartWorld,
): Promise<NamedProcess> {
  const found = (await processes.identify([pid])).get(pid);
  return { pid, startTime: found?.startTime ?? clock.now(), name: process.name };
}

/** ENOENT, EACCES, E2BIG, ...: the rest of such an error lists every argument. */
function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? 'unknown error';
}
