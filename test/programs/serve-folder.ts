// serve-folder.ts JSON: serves a folder on 127.0.0.1 with the given options and limits, says where in one line, then prints
// the record of every request in a line of its own.
import { createFolderServer, usualLimits } from '../../electron/core/folders/server/folder-server.ts';
import { createFolderHandler } from '../../electron/core/folders/server/serve-folder.ts';

const { limits, hosts, port, platform, ...options } = JSON.parse(process.argv[2] ?? '{}');
const handler = createFolderHandler(options, platform ?? 'linux', (record) =>
  console.log(JSON.stringify(record)),
);
handler.setHosts(hosts ?? []);
const server = createFolderServer(handler, { ...usualLimits, ...limits });
server.listen({ host: '127.0.0.1', port: port ?? 0, backlog: 2048 }, () => {
  console.log(JSON.stringify({ pid: process.pid, port: (server.address() as { port: number }).port }));
});
process.stdin.once('end', () => process.exit()).resume();
