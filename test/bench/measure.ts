export interface Cost {
  /** Milliseconds of processor time, children included. */
  readonly cpu: number;
  readonly wall: number;
}

export interface Approach {
  readonly name: string;
  run(): Promise<unknown>;
  /** Milliseconds of processor time of the children of one run; zero without any. */
  childCpu(): Promise<number>;
}

/** One run with its cost, after `pauseMs` in which caches cool down as they do between two scans. */
async function runOnce(approach: Approach, pauseMs: number): Promise<Cost> {
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  const before = process.cpuUsage();
  const start = performance.now();
  await approach.run();
  const wall = performance.now() - start;
  const used = process.cpuUsage(before);
  return { cpu: (used.user + used.system) / 1000 + (await approach.childCpu()), wall };
}

/** Every approach in every round, in another order each time, so that the neighbours disturb all alike. */
export async function measure(
  approaches: readonly Approach[],
  rounds: number,
  pauseMs: number,
): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map(approaches.map(({ name }) => [name, [] as Cost[]]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < approaches.length; turn++) {
      const approach = approaches[(round + turn) % approaches.length];
      if (approach !== undefined) costs.get(approach.name)?.push(await runOnce(approach, pauseMs));
    }
  }
  return new Map([...costs].map(([name, all]) => [name, summary(all)]));
}

/** Median of the processor time; of the time that passed the tenth percentile, the least disturbed. */
function summary(costs: readonly Cost[]): Cost {
  return {
    cpu: percentile(
      costs.map((cost) => cost.cpu),
      0.5,
    ),
    wall: percentile(
      costs.map((cost) => cost.wall),
      0.1,
    ),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
