// kill-one.ts PORT PID...: ends these owners of a port with the core, as the user who runs it, and prints the result.
import { kill, requestFor } from '../helpers/linux-kill.ts';

const [port, ...pids] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(await kill(await requestFor(port ?? 0, pids))));
