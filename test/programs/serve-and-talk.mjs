/** serve-and-talk.mjs PORT: a server that prints on and on, some of it no text. */
import { createServer } from 'node:http';

createServer().listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(JSON.stringify({ pid: process.pid, port: Number(process.argv[2]) }));
  process.stdout.write(Buffer.from('no text: \xff\n', 'latin1'));
  console.error('on standard error');
  let number = 0;
  const talk = () => {
    for (const end = number + 10; number < end; number += 1) console.log(`line ${number} ${'.'.repeat(40)}`);
  };
  setTimeout(() => setInterval(talk, 5), 300);
});
