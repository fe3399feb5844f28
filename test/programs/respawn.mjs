// respawn.mjs: starts listen.mjs again, on the same port, whenever it ends.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endWithInput } from './end-with-input.mjs';

const program = fileURLToPath(new URL('./listen.mjs', import.meta.url));
let port = '0';
endWithInput();
start();

function start() {
  // The pipe to its input ends the child when this program ends.
  const child = spawn(process.execPath, [program, port], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.once('data', (line) => {
    if (port === '0') process.stdout.write(line);
    port = String(JSON.parse(line).port);
  });
  // Supervisors pause a little, and a kill that looks once sees the port free.
  child.once('exit', () => setTimeout(start, 200));
}
