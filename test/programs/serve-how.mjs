/**
 * serve-how.mjs PORT FILE HOW: an ordinary server the first time; started again, once the file is there, it does something
 * else: `exit` prints and ends with 3, `die` ends by a signal, `silent` runs without listening.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port, file, how] = process.argv;
const otherwise = {
  exit() {
    console.error('once is enough \x1b[31m');
    process.exit(3);
  },
  die() {
    process.kill(process.pid, 'SIGKILL');
  },
  silent() {
    console.log('thinking');
    setInterval(() => undefined, 1000);
  },
};

if (existsSync(file)) {
  otherwise[how]();
} else {
  writeFileSync(file, '');
  createServer().listen(Number(port), '127.0.0.1', () => {
    console.log(JSON.stringify({ pid: process.pid, port: Number(port) }));
  });
}
