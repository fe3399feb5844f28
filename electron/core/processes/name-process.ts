interface Named {
  readonly pid: number;
  readonly name: string;
}

export function nameProcess({ name, pid }: Named): string {
  return `${name} (pid ${pid})`;
}

/** `a (pid 1), b (pid 2) and c (pid 3)`; more than four are counted. */
export function listProcesses(processes: readonly Named[]): string {
  const [first, ...others] = processes;
  if (!first) return 'nothing';
  if (others.length > 3) return `${nameProcess(first)} and ${others.length} others`;
  return others.length === 0
    ? nameProcess(first)
    : `${[first, ...others.slice(0, -1)].map(nameProcess).join(', ')} and ${nameProcess(others.at(-1) ?? first)}`;
}
