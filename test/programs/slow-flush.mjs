// slow-flush.mjs FILE MS: when asked to end, closes its port at once and then writes ten lines over MS milliseconds.
import { appendFileSync } from 'node:fs';
import { endWithInput } from './end-with-input.mjs';
import { listenAndTell } from './listen-and-tell.mjs';

endWithInput();
const [file, ms] = [process.argv[2], Number(process.argv[3])];
const server = listenAndTell(0);
process.once('SIGTERM', () => {
  server.close();
  let written = 0;
  const timer = setInterval(() => {
    written += 1;
    appendFileSync(file, `line ${written}\n`);
    if (written < 10) return;
    clearInterval(timer);
    process.exit(0);
  }, ms / 10);
});
