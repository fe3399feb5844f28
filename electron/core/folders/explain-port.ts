import type { PortRefusal } from './program/messages.ts';

/** Who holds a port, for a sentence: `python3 (60311)`; null when nobody is seen there. */
export type HolderOf = (port: number) => Promise<string | null>;

/** Why this port could not be had, as a sentence without its end. */
export async function explainPort({ port, code }: PortRefusal, holderOf: HolderOf): Promise<string> {
  if (code === 'EACCES') return `${port} is kept by the system for administrators`;
  const holder = await holderOf(port);
  if (holder !== null) return `${port} is held by ${holder}`;
  if (code === 'EADDRINUSE') return `${port} is in use by something that cannot be seen`;
  return `${port} cannot be used (${code})`;
}
