// ignore-terminate.mjs [port]: a server that does not hear SIGTERM, SIGINT or SIGHUP.
import { endWithInput } from './end-with-input.mjs';
import { listenAndTell } from './listen-and-tell.mjs';

endWithInput();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
listenAndTell(Number(process.argv[2] ?? 0));
