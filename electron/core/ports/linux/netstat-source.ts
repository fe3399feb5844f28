import { parseNetstat } from './parse-netstat.ts';
import { outputOf, ToolSource } from './tool-source.ts';

/** net-tools: `-e` adds user and inode, `-W` keeps long IPv6 addresses whole. */
export function createNetstatSource(): ToolSource {
  return new ToolSource('netstat', async (run) =>
    parseNetstat(outputOf('netstat', await run('netstat', ['-tulnpeW'])).toString('utf8')),
  );
}
