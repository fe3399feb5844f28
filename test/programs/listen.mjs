// listen.mjs [port] [host]: an ordinary server that ends when it is asked to.
import { endWithInput } from './end-with-input.mjs';
import { listenAndTell } from './listen-and-tell.mjs';

endWithInput();
listenAndTell(Number(process.argv[2] ?? 0), process.argv[3]);
