import type { VisibleHolder } from '../../electron/core/processes/port-view.ts';
import { realPorts } from './linux-kill.ts';

/** Who holds the port, as soon as somebody does. */
export async function waitForHolder(port: number, except = 0): Promise<VisibleHolder> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const holders = await realPorts.holders(port, 'tcp');
    const found = holders.find((one): one is VisibleHolder => !one.hidden && one.pid !== except);
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`nobody listens on ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
