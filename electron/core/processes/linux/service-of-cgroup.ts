/**
 * The systemd unit in `/proc/<pid>/cgroup`, null when the process is in no service: a scope (a session, an application,
 * a container) groups processes that systemd did not start. `user@1000.service` is the user's whole session.
 */
export function serviceOfCgroup(content: string): string | null {
  const parts = systemdPath(content)?.split('/') ?? [];
  for (const part of parts.reverse()) {
    if (part.endsWith('.scope')) return null;
    if (part.endsWith('.service')) return /^user@\d+\.service$/.test(part) ? null : unescapeName(part);
  }
  return null;
}

/** `id:controllers:path`. Where version 1 and 2 are mounted together, systemd keeps its own hierarchy named. */
function systemdPath(content: string): string | null {
  let unified: string | null = null;
  for (const line of content.split('\n')) {
    const named = /^\d+:name=systemd:(.*)$/.exec(line)?.[1];
    if (named !== undefined && named !== '/') return named;
    unified ??= /^0::(.*)$/.exec(line)?.[1] ?? null;
  }
  return unified;
}

/** systemd puts `_` before a name that the kernel could take for a file of its own. */
function unescapeName(part: string): string {
  return part.startsWith('_') ? part.slice(1) : part;
}
