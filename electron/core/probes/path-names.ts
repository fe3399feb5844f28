/** The last part of a path of any system, in lower case, without `.exe`. */
export function baseName(file: string): string {
  const end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  const base = file.slice(end + 1).toLowerCase();
  return base.endsWith('.exe') ? base.slice(0, -4) : base;
}

/** A path as evidence: from the last `node_modules` on, where it has one. */
export function shortPath(file: string): string {
  const at = Math.max(file.lastIndexOf('node_modules/'), file.lastIndexOf('node_modules\\'));
  return at < 0 ? file : file.slice(at);
}
