/** Listens and ends at the first connection, as programs do that serve one: fragile.mjs PORT [WORDS THAT ARE NOT READ] */
import { createServer } from 'node:net';

createServer(() => process.exit(1)).listen(Number(process.argv[2]), '127.0.0.1');
