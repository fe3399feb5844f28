import { type Desktop, expect } from './desktop.ts';

/** The labels of the tray's menu, without those below them. */
export async function trayText({ control }: Pick<Desktop, 'control'>): Promise<readonly string[]> {
  return ((await control.tray())?.menu ?? []).map(({ label }) => label);
}

/** The label of a port's line, once it is there. */
export async function trayLine(desktop: Pick<Desktop, 'control'>, port: number): Promise<string> {
  const find = async () => (await trayText(desktop)).find((label) => label.startsWith(`${port}  `)) ?? '';
  await expect.poll(find, { timeout: 15_000 }).not.toBe('');
  return find();
}
