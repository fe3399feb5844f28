import { readFile } from 'node:fs/promises';
import type { Platform } from '../../../shared/contract/host.ts';

/** Both ends included. */
export interface PortSpan {
  readonly from: number;
  readonly to: number;
}

/** Ports with which the system has plans of its own. */
export interface SystemPorts {
  /** Given to outgoing connections, so that one found free here may be taken at any moment. */
  readonly ephemeral: PortSpan;
  /** Kept by the administrator for something. */
  readonly reserved: readonly PortSpan[];
  /** The first port that this user may listen on. */
  readonly firstUnprivileged: number;
}

/** RFC 6335; the default of macOS and of Windows since Vista. */
const dynamicPorts: PortSpan = { from: 49_152, to: 65_535 };
/** `ip_local_port_range` where nobody changed it. */
const linuxEphemeral: PortSpan = { from: 32_768, to: 60_999 };

export interface SystemPortsQuestion {
  readonly platform: Platform;
  /** True for root. */
  readonly privileged: boolean;
  readonly procRoot?: string;
}

export async function readSystemPorts(question: SystemPortsQuestion): Promise<SystemPorts> {
  const { platform, privileged, procRoot = '/proc' } = question;
  if (platform === 'win32') return { ephemeral: dynamicPorts, reserved: [], firstUnprivileged: 1 };
  // macOS lets everybody listen on a low port of a wildcard address since 10.14, but not of one address.
  if (platform === 'darwin') {
    return { ephemeral: dynamicPorts, reserved: [], firstUnprivileged: privileged ? 1 : 1024 };
  }
  const [range, reserved, start] = await Promise.all(
    ['ip_local_port_range', 'ip_local_reserved_ports', 'ip_unprivileged_port_start'].map((name) =>
      readFile(`${procRoot}/sys/net/ipv4/${name}`, 'latin1').catch(() => ''),
    ),
  );
  return {
    ephemeral: parseRange(range ?? '') ?? linuxEphemeral,
    reserved: parsePortList(reserved ?? ''),
    firstUnprivileged: privileged ? 1 : parseUnprivilegedStart(start ?? ''),
  };
}

/** 0 lets everybody use every port, as in many containers. */
export function parseUnprivilegedStart(text: string): number {
  return /^\d+\s*$/.test(text) ? Math.max(1, Number(text)) : 1024;
}

/** `32768\t60999` */
export function parseRange(text: string): PortSpan | null {
  const [from, to] = text.trim().split(/\s+/).map(parsePort);
  return from && to && from <= to ? { from, to } : null;
}

/** `8080,9000-9010` */
export function parsePortList(text: string): readonly PortSpan[] {
  return text
    .trim()
    .split(',')
    .flatMap((part) => {
      const [from, to = from] = part.split('-').map(parsePort);
      return from && to && from <= to ? [{ from, to }] : [];
    });
}

export function isWithin(port: number, { from, to }: PortSpan): boolean {
  return from <= port && port <= to;
}

function parsePort(text: string): number | null {
  const port = /^\s*\d+\s*$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}
