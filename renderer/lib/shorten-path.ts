/** A path as people write it: `~` for the home folder, and cut from the left when longer than `limit` characters. */
export function shortenPath(path: string, home: string, limit = 44): string {
  const separator = path.includes('\\') && !path.includes('/') ? '\\' : '/';
  const short = replaceHome(path, home, separator);
  if (short.length <= limit) return short;
  const parts = short.split(separator);
  let kept = parts.pop() ?? '';
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (kept.length + part.length + 3 > limit) break;
    kept = `${part}${separator}${kept}`;
  }
  return `…${separator}${kept}`;
}

function replaceHome(path: string, home: string, separator: string): string {
  const folder = home.endsWith(separator) ? home.slice(0, -1) : home;
  if (folder === '') return path;
  if (path === folder) return '~';
  return path.startsWith(`${folder}${separator}`) ? `~${path.slice(folder.length)}` : path;
}
