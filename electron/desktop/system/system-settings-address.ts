import type { SystemPage } from '../../../shared/contract/doctor.ts';
import type { Platform } from '../../../shared/contract/host.ts';

/** Addresses that open a page of the system's settings: macOS 13 and later, Windows 10 and later. */
const addresses: Readonly<Record<Platform, Partial<Readonly<Record<SystemPage, string>>>>> = {
  darwin: {
    airplay: 'x-apple.systempreferences:com.apple.AirDrop-Handoff-Settings.extension',
    firewall: 'x-apple.systempreferences:com.apple.Network-Settings.extension?Firewall',
  },
  win32: { firewall: 'windowsdefender://network/' },
  // Every desktop has settings of its own.
  linux: {},
};

/** Null where this system has no such page. */
export function systemSettingsAddress(platform: Platform, page: SystemPage): string | null {
  return addresses[platform][page] ?? null;
}
