import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Why this session cannot show a window, or null when it can. */
export function whyNoWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  if (process.getuid?.() === 0) return 'Electron does not run as root without giving up its sandbox';
  return null;
}

/**
 * Why Electron could not start its sandbox, or null. It needs user namespaces, or its helper owned by root with the setuid bit.
 * @param {string} electron
 */
export function whyNoSandbox(electron) {
  if (process.platform !== 'linux' || hasSetuidHelper(electron)) return null;
  const refused =
    readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSwitch('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSwitch('/proc/sys/user/max_user_namespaces') === '0';
  return refused ? 'this system allows no sandbox for Electron (unprivileged user namespaces are off)' : null;
}

/** @param {string} electron */
function hasSetuidHelper(electron) {
  const helper = path.join(path.dirname(electron), 'chrome-sandbox');
  if (!existsSync(helper)) return false;
  const { uid, mode } = statSync(helper);
  return uid === 0 && (mode & 0o4000) !== 0;
}

/** @param {string} file */
function readSwitch(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
