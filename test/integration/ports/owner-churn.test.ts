import { afterEach, describe, expect, it } from 'vitest';
import { readBootTime } from '../../../electron/core/lib/linux-boot-time.ts';
import { createProcSource } from '../../../electron/core/ports/linux/proc-source.ts';
import { KnownSockets } from '../../helpers/known-sockets.ts';
import { type PythonProgram, startPython } from '../../helpers/start-python.ts';

interface ChurnTruth {
  readonly members: readonly number[];
  readonly sockets: readonly (readonly [string, string, number, readonly (readonly [number, string])[]])[];
  readonly done: Readonly<Record<string, number>>;
}

const scansPerSeed = 400;
const seeds = [1, 2, 3];

/** One line per socket, with everyone who holds it. */
function linesOfTruth(truth: ChurnTruth): string[] {
  return truth.sockets
    .map(([protocol, address, port, owners]) =>
      [protocol, address, port, ...owners.map(([pid, name]) => `${pid}=${name}`)].join(' '),
    )
    .sort();
}

/** What the source says of the sockets that the churn holds or held, whoever it takes for their owner. */
function linesOfSource(known: KnownSockets, truth: ChurnTruth): string[] {
  const members = new Set(truth.members);
  const places = new Set(truth.sockets.map(([protocol, address, port]) => `${protocol} ${address} ${port}`));
  return known.all
    .filter(
      ({ protocol, address, port, owners }) =>
        places.has(`${protocol} ${address} ${port}`) || owners.some((owner) => members.has(owner.pid)),
    )
    .map(({ protocol, address, port, owners }) =>
      [protocol, address, port, ...owners.map(({ pid, name }) => `${pid}=${name}`)].join(' '),
    )
    .sort();
}

describe.runIf(process.platform === 'linux')('owners under random churn', () => {
  let churn: PythonProgram | null = null;
  afterEach(async () => {
    await churn?.stop();
    churn = null;
  });

  it.each(seeds)(
    `are right after every one of ${scansPerSeed} scans, seed %i`,
    { timeout: 180_000 },
    async (seed) => {
      churn = startPython('listener_churn.py', { args: [String(seed)] });
      const source = createProcSource({ bootTimeMs: readBootTime() });
      const known = new KnownSockets(source);
      try {
        for (let scan = 0; scan < scansPerSeed; scan++) {
          const truth = JSON.parse(await churn.ask(String(1 + ((scan * 7) % 6)))) as ChurnTruth;
          await known.scan();
          expect(linesOfSource(known, truth), `scan ${scan}`).toEqual(linesOfTruth(truth));
          if (scan === scansPerSeed - 1) console.log(JSON.stringify(truth.done));
        }
      } finally {
        source.close();
      }
    },
  );
});
