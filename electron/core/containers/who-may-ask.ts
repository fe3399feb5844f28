import { readFile, stat } from 'node:fs/promises';
import { type Endpoint, endpointUrl } from './container-endpoints.ts';

/** Says who may ask an engine that turned this user away. */
export async function whoMayAsk(endpoint: Endpoint, groupFile = '/etc/group'): Promise<string> {
  const url = endpointUrl(endpoint);
  if (url.startsWith('npipe:')) return `Only members of the group docker-users may use ${url}.`;
  if (endpoint.kind === 'tcp') return `${url} turned this user away.`;
  const group = await writingGroup(endpoint.path, groupFile);
  return group === null
    ? `This user may not use ${endpoint.path}.`
    : `Only root and members of the group ${group} may use ${endpoint.path}.`;
}

/** The group whose members may write to a socket; null where none but its owner may, or a folder above is shut. */
async function writingGroup(path: string, groupFile: string): Promise<string | null> {
  try {
    const { gid, mode } = await stat(path);
    if ((mode & 0o020) === 0 || gid === 0) return null;
    const lines = (await readFile(groupFile, 'utf8')).split('\n');
    const line = lines.map((text) => text.split(':')).find((columns) => columns[2] === String(gid));
    return line?.[0] || String(gid);
  } catch {
    return null;
  }
}
