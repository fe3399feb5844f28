// listen-while-parent.mjs PORT: a server without input, for supervisors. It ends soon after its parent did.
import { listenAndTell } from './listen-and-tell.mjs';

listenAndTell(Number(process.argv[2]));
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit();
}, 100);
