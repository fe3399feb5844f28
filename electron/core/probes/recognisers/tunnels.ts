import { isContainerProxy } from '../../lib/is-container-proxy.ts';
import type { CommandFacts } from '../command-facts.ts';
import type { ProgramRule } from '../program-rule.ts';
import type { Recognition } from '../recognition.ts';
import { wordAfter } from '../word-after.ts';
import { readSshCommand, type SshCommand, type SshForward } from './ssh-forward.ts';

const kind = 'tunnel';

/** Forwarders that their name gives away. Traffic to them may leave the machine. */
export const tunnels: readonly ProgramRule[] = [
  {
    names: ['kubectl', 'oc'],
    words: /\bport-forward\b/,
    kind,
    product: 'Kubernetes port forward',
    target: podTarget,
  },
  { names: ['kubectl', 'oc'], words: /\bproxy\b/, kind, product: 'Kubernetes API proxy' },
  {
    names: ['kubectl', 'oc', 'kubefwd', 'telepresence', 'k9s', 'lens', 'openlens'],
    kind,
    product: 'Kubernetes tunnel',
  },
  { names: ['cloudflared'], kind, product: 'Cloudflare tunnel', target: option('--url', '--hostname') },
  { names: ['ngrok'], kind, product: 'ngrok tunnel', target: lastWord },
  { names: ['tailscaled', 'tailscale'], kind, product: 'Tailscale' },
  {
    names: ['cloud-sql-proxy', 'cloud_sql_proxy', 'alloydb-auth-proxy'],
    kind,
    product: 'Cloud SQL proxy',
    target: lastWord,
  },
  { names: ['tsh', 'teleport'], kind, product: 'Teleport tunnel' },
  { names: ['boundary'], kind, product: 'Boundary tunnel' },
  { names: ['session-manager-plugin'], kind, product: 'AWS session tunnel' },
  { names: ['aws'], words: /start-session/, kind, product: 'AWS session tunnel', target: option('--target') },
  { names: ['gcloud'], words: /start-iap-tunnel|\bssh\b/, kind, product: 'Google Cloud tunnel' },
  { names: ['az'], words: /\b(tunnel|bastion)\b/, kind, product: 'Azure tunnel' },
  { names: ['flyctl', 'fly'], words: /\bproxy\b/, kind, product: 'Fly.io tunnel' },
  { names: ['stripe'], words: /\blisten\b/, kind, product: 'Stripe event forward' },
  { names: ['code-tunnel', 'code-tunnel-insiders'], kind, product: 'VS Code tunnel' },
  { names: ['code', 'code-insiders'], words: /\btunnel\b/, kind, product: 'VS Code tunnel' },
  {
    names: [
      'devtunnel',
      'bore',
      'lt',
      'localtunnel',
      'zrok',
      'pagekite',
      'frpc',
      'frps',
      'rathole',
      'chisel',
      'inlets',
      'wstunnel',
      'gost',
    ],
    kind,
    product: 'Tunnel',
  },
  { names: ['iproxy', 'tidevice', 'pymobiledevice3'], kind, product: 'iPhone port forward' },
  { names: ['stunnel', 'stunnel4', 'ghostunnel', 'gost'], kind, product: 'TLS tunnel' },
  { names: ['openvpn', 'wireguard', 'wg-quick', 'openconnect', 'ssh-agent'], kind, product: 'VPN' },
  { names: ['adb'], words: /\bforward\b/, kind, product: 'Android port forward' },
];

/** SSH tells by its arguments where a port leads. A machine that runs containers is no tunnel. */
export function recogniseSsh(facts: CommandFacts, port: number): Recognition | null {
  const { owner, program } = facts;
  if (program === 'ssh' || program === 'autossh' || program === 'plink') {
    if (isContainerProxy(owner)) return null;
    return sshForward(readSshCommand(owner.command.slice(1)), port, owner.command[0] ?? 'ssh');
  }
  // A server that forwards for somebody who is logged in has a session as its title: `sshd: maya@pts/0`.
  const session = /^sshd(?:-session)?: ([^/\s[]+@\S+|[^/\s[]+)$/.exec(owner.command[0] ?? '')?.[1];
  if (session === undefined || owner.command[0]?.includes('[listener]') === true) return null;
  const user = session.replace(/@.*/, '');
  return tunnel('SSH reverse forward', `of ${user}`, owner.command[0] ?? 'sshd');
}

function sshForward({ forwards, destination }: SshCommand, port: number, program: string): Recognition {
  const forward = forwards.find((one) => one.port === port);
  const via = destination === null ? null : `via ${destination}`;
  if (!forward) return tunnel('SSH tunnel', via, [program, destination ?? ''].join(' ').trim());
  const product = forward.kind === 'dynamic' ? 'SSH SOCKS proxy' : 'SSH tunnel';
  return tunnel(product, target(forward, via), forward.evidence);
}

function target({ to }: SshForward, via: string | null): string | null {
  return [to, via].filter((part) => part !== null).join(' ') || null;
}

function tunnel(product: string, to: string | null, evidence: string): Recognition {
  return {
    identity: {
      kind,
      product,
      target: to === null ? null : to.slice(0, 300),
      confidence: 'certain',
      source: 'command-line',
      evidence: evidence.slice(0, 300),
    },
    step: null,
    gentle: false,
  };
}

/** `svc/web 8080:80` behind `port-forward`, with its namespace. */
function podTarget({ owner: { command } }: CommandFacts): string | null {
  const words = command.slice(command.indexOf('port-forward') + 1);
  const plain = words.filter((word, at) => !word.startsWith('-') && !/^-(n|-\w+)$/.test(words[at - 1] ?? ''));
  const namespace = wordAfter(command, '-n') ?? wordAfter(command, '--namespace');
  const ports = plain.slice(1).map((pair) => pair.split(':').at(-1));
  if (plain[0] === undefined) return null;
  const pod = `${plain[0]}:${ports.join(',')}`;
  return namespace === null ? pod : `${pod} in ${namespace}`;
}

function option(...names: readonly string[]): (facts: CommandFacts) => string | null {
  return ({ owner: { command } }) => {
    for (const name of names) {
      const value = wordAfter(command, name);
      if (value !== null) return value;
    }
    return null;
  };
}

function lastWord({ owner: { command } }: CommandFacts): string | null {
  const word = command.at(-1) ?? '';
  return command.length < 2 || word.startsWith('-') ? null : word;
}
