/** serve-and-stay.mjs PORT ...: an ordinary server that says where it listens and looks at no input. */
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end('here\n'));
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(JSON.stringify({ pid: process.pid, port: server.address().port }));
  console.log(`listening with umask ${process.umask().toString(8)}`);
});
