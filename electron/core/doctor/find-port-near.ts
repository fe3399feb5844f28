import type { Platform } from '../../../shared/contract/host.ts';
import { findFreePorts } from '../free-ports/find-free-ports.ts';
import { isWithin, readSystemPorts } from '../free-ports/system-ports.ts';

/** How far a number may be away to count as near. */
const near = 50;

/** A free port, near the one that cannot be had where the system gives none of these away; null when none is free. */
export async function findPortNear(
  port: number,
  where: { readonly platform: Platform; readonly privileged: boolean },
): Promise<number | null> {
  const { ephemeral } = await readSystemPorts(where);
  const range = { from: Math.max(port + 1, 1024), to: Math.min(Math.max(port, 1024) + near, 65_535) };
  if (port >= 1024 && range.from <= range.to) {
    const [found] = portsOf(await findFreePorts({ count: 1, range }, where));
    if (found !== undefined && !isWithin(found, ephemeral)) return found;
  }
  return portsOf(await findFreePorts({ count: 1, range: null }, where))[0] ?? null;
}

function portsOf(found: Awaited<ReturnType<typeof findFreePorts>>): readonly number[] {
  return found.ok ? found.value.ports : [];
}
