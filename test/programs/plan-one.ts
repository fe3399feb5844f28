// plan-one.ts PORT PID...: prints what a kill of these owners of a port would do, as the user who runs it.
import { plan, requestFor } from '../helpers/linux-kill.ts';

const [port, ...pids] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await plan(await requestFor(port ?? 0, pids))));
