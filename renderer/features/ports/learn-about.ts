import type { Host } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import { portLore } from '../../lib/port-lore.ts';

export interface Lesson {
  readonly text: string;
  /** Where it is written, for the hover. */
  readonly source: string | undefined;
}

/** What is worth knowing about the number itself, in a sentence or two; nothing about what runs there. */
export function learnAbout(
  { port, protocol, serviceName }: Pick<Listener, 'port' | 'protocol' | 'serviceName'>,
  platform: Host['platform'] | null,
): Lesson | null {
  const lore = portLore(port, protocol);
  const registered = serviceName ? `registered for ${serviceName}` : null;
  const use = lore ? `usually ${lore.usual}` : null;
  const first = [registered, use].filter((part) => part !== null).join('; ');
  const sentences = [first === '' ? null : `${port} is ${first}.`, rangeNote(port, platform)];
  const text = sentences.filter((sentence) => sentence !== null).join(' ');
  return text === '' ? null : { text, source: lore?.source };
}

/** What the system does with numbers like this one. */
function rangeNote(port: number, platform: Host['platform'] | null): string | null {
  // net.ipv4.ip_unprivileged_port_start; macOS asks for no rights since 10.14, Windows never did.
  if (port < 1024 && platform === 'linux')
    return 'On Linux a program needs the right to take a port below 1024.';
  const [first, last] = outgoing(platform);
  if (port < first || port > last) return null;
  return `${systemName(platform)} also gives ${first} to ${last} to outgoing connections, so it can be taken now and then.`;
}

/** Defaults: net.ipv4.ip_local_port_range on Linux; RFC 6335 on macOS and Windows. */
function outgoing(platform: Host['platform'] | null): readonly [number, number] {
  return platform === 'linux' ? [32_768, 60_999] : [49_152, 65_535];
}

function systemName(platform: Host['platform'] | null): string {
  if (platform === 'linux') return 'Linux';
  if (platform === 'darwin') return 'macOS';
  return platform === 'win32' ? 'Windows' : 'The system';
}
