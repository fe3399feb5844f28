/** serve-once.mjs PORT FILE: an ordinary server the first time; once the file is there it ends with exit code 3. */
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port, file] = process.argv;
if (existsSync(file)) {
  console.error('once is enough \x1b[31m');
  process.exit(3);
}
writeFileSync(file, '');
createServer().listen(Number(port), '127.0.0.1', () => {
  console.log(JSON.stringify({ pid: process.pid, port: Number(port) }));
});
