import type { Fix } from '../../../shared/contract/doctor.ts';
import { nameOf, withPort } from './describe.ts';
import type { DoctorFacts, HeldListener } from './facts.ts';

/** Ends the holder; nothing where it is hidden, since nobody can say what would end. */
export function killFix(held: HeldListener): readonly Fix[] {
  const name = nameOf(held);
  return name === null ? [] : [{ kind: 'kill', label: `Kill ${name}`, listenerId: held.listener.id }];
}

export function restartFix(held: HeldListener): readonly Fix[] {
  const name = nameOf(held);
  return name === null ? [] : [{ kind: 'restart', label: `Restart ${name}`, listenerId: held.listener.id }];
}

export function showFix({ port }: DoctorFacts): Fix {
  return { kind: 'show', label: 'Show in ports', port };
}

export function otherPortFix({ freePort }: DoctorFacts): readonly Fix[] {
  return freePort === null ? [] : [{ kind: 'use-port', label: `Use ${freePort} instead`, port: freePort }];
}

export function serveFix({ port }: DoctorFacts): Fix {
  return { kind: 'serve', label: 'Serve a folder there', port };
}

export function openFix(url: string): Fix {
  return { kind: 'open', label: `Open ${url}`, url };
}

export function openListener(scheme: 'http' | 'https', { listener }: HeldListener): Fix {
  const { address, port } = listener;
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? 'localhost' : address;
  return openFix(`${scheme}://${withPort(host, port)}`);
}

const webKinds: ReadonlySet<string> = new Set([
  'dev-server',
  'web',
  'served-folder',
  'file-server',
  'notebook',
  'metrics',
]);

/** Whether a browser may be sent there: the text is about the web, or what listens is, or nobody knows. */
export function mayBeWeb({ pasted: { expects } }: DoctorFacts, { listener }: HeldListener): boolean {
  if (expects !== null) return expects === 'http' || expects === 'https';
  return !listener.identity || webKinds.has(listener.identity.kind);
}

export function copyFix(label: string, command: string, note: string): Fix {
  return { kind: 'copy-command', label, command, note };
}

export const checkAgainFix: Fix = { kind: 'check-again', label: 'Check again' };

export const airPlayFix: Fix = {
  kind: 'open-system-settings',
  label: 'Open AirDrop & Handoff',
  page: 'airplay',
  path: 'System Settings > General > AirDrop & Handoff > AirPlay Receiver',
};

export function firewallFix({ platform }: DoctorFacts): readonly Fix[] {
  if (platform === 'linux') return [];
  const path =
    platform === 'darwin'
      ? 'System Settings > Network > Firewall'
      : 'Windows Security > Firewall & network protection';
  return [{ kind: 'open-system-settings', label: 'Open the firewall settings', page: 'firewall', path }];
}
