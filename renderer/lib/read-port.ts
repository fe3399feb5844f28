export type ReadPort = { readonly port: number } | { readonly problem: string };

/** A typed port, `3000` or `:3000`, or what is wrong with it. */
export function readPort(typed: string): ReadPort {
  const text = typed.trim().replace(/^:/, '');
  if (text === '') return { problem: 'Type a port from 1 to 65535.' };
  if (!/^\d{1,6}$/.test(text)) return { problem: `“${typed.trim().slice(0, 40)}” is not a port number.` };
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? { port } : { problem: 'Ports go from 1 to 65535.' };
}
