/**
 * The id of the container that `/proc/<pid>/cgroup` names, null outside of one. Docker, containerd, CRI-O and Podman all
 * end a group's name with the container's 64 digits. The outermost counts: the engine of this machine does not know
 * containers within containers. `conmon`, which holds the ports of a rootful Podman container, counts as that container.
 */
export function containerOfCgroup(content: string): string | null {
  for (const line of content.split('\n')) {
    const path = /^\d+:[^:]*:(.*)$/.exec(line)?.[1] ?? '';
    for (const part of path.split('/')) {
      const id = /(?:^|[-:])([0-9a-f]{64})(?:\.scope)?$/.exec(part)?.[1];
      if (id !== undefined) return id;
    }
  }
  return null;
}
