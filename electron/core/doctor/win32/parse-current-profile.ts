import type { Firewall } from '../system-facts.ts';

/**
 * `netsh advfirewall show currentprofile`. ON, OFF and the policy are read where they are in English; in other languages the
 * policy still is. A rule of a program can let a port in all the same, so what is blocked is never certain.
 */
export function parseCurrentProfile(text: string): Firewall | null {
  const [, state] = /^\S[^\r\n]{0,60}\s{2,}(ON|OFF)\s*$/m.exec(text) ?? [];
  const [, policy] = /\s((?:Block|Allow)Inbound(?:Always)?),/.exec(text) ?? [];
  if (state === undefined && policy === undefined) return null;
  const isOn = state !== 'OFF';
  const admits = !isOn || policy === 'AllowInbound' ? true : policy === 'BlockInboundAlways' ? false : null;
  return { name: 'Windows firewall', isOn, admits };
}
