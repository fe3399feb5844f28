import type { Firewall } from '../system-facts.ts';

/** `ufw status verbose`. Null where it says neither active nor inactive, as to a user who may not ask. */
export function parseUfw(text: string, port: number): Firewall | null {
  const [, state] = /^Status: (active|inactive)/m.exec(text) ?? [];
  if (state === undefined) return null;
  if (state === 'inactive') return { name: 'ufw', isOn: false, admits: true };
  const rules = text.split('\n').flatMap((line) => {
    const [, ports = '', action] =
      /^(\S+?)(?:\/tcp)?(?: \(.{0,80}\))? +(ALLOW|DENY|REJECT|LIMIT)(?: IN)? +\S/.exec(line) ?? [];
    return action !== undefined && isNamed(ports, port, ':') ? [action] : [];
  });
  const [first] = rules;
  if (first !== undefined) return { name: 'ufw', isOn: true, admits: first === 'ALLOW' || first === 'LIMIT' };
  return { name: 'ufw', isOn: true, admits: /^Default: allow \(incoming\)/m.test(text) };
}

/** `firewall-cmd --list-all`. Services are named without their ports, so a port that is not listed may be one of them. */
export function parseFirewalld(text: string, port: number): Firewall | null {
  const [, target] = /^ {2}target: (\S+)/m.exec(text) ?? [];
  if (target === undefined) return null;
  const [, ports = ''] = /^ {2}ports: (.*)$/m.exec(text) ?? [];
  const isListed = ports
    .split(' ')
    .some((entry) => entry.endsWith('/tcp') && isNamed(entry.slice(0, -4), port, '-'));
  const admits = isListed || target === 'ACCEPT' ? true : port < 1024 ? null : false;
  return { name: 'firewalld', isOn: true, admits };
}

/** `nft list ruleset`: what the chains on the input hook say of the port, as far as plain rules go. */
export function parseNft(text: string, port: number): Firewall {
  const chains = text.split(/^\tchain /m).filter((chain) => /hook input/.test(chain));
  const verdicts = chains.map((chain) => verdictOf(chain, port));
  const isOn = chains.some((chain) => /policy drop|\b(?:drop|reject)\b/.test(chain));
  if (verdicts.includes(false)) return { name: 'nftables', isOn, admits: false };
  return { name: 'nftables', isOn, admits: verdicts.includes(null) ? null : true };
}

function verdictOf(chain: string, port: number): boolean | null {
  for (const line of chain.split('\n')) {
    const [, ports, action] =
      /^\s*tcp dport (\{[^}]*\}|\S+) .{0,40}?\b(accept|drop|reject)\b/.exec(line) ?? [];
    if (ports !== undefined && isNamed(ports.replace(/[{} ]/g, ''), port, '-')) return action === 'accept';
  }
  // Another chain may be jumped to, which is more than this reads.
  if (/\b(?:jump|goto|vmap)\b/.test(chain)) return null;
  return !/policy drop/.test(chain);
}

/** `80,443,3000-3010` */
function isNamed(list: string, port: number, rangeSign: ':' | '-'): boolean {
  return list.split(',').some((part) => {
    const [from, to = from] = part.split(rangeSign).map(Number);
    return from !== undefined && to !== undefined && from <= port && port <= to;
  });
}
