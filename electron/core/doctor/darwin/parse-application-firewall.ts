import type { Firewall } from '../system-facts.ts';

/** `socketfilterfw --getglobalstate`: 1 asks for each program, 2 lets in only what the system needs. */
export function parseApplicationFirewall(text: string): Firewall | null {
  const [, state] = /\(State = (\d)\)/.exec(text) ?? [];
  if (state === undefined) return null;
  const admits = state === '0' ? true : state === '2' ? false : null;
  return { name: 'macOS application firewall', isOn: state !== '0', admits };
}
