import path from 'node:path';
import type { Platform } from '../../shared/contract/host.ts';
import { startProgram } from '../core/lib/start-program.ts';

export interface BrowserHost {
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface BrowserCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The system's own way to open an address, null where there is no display to open it on. */
export function browserCommand(url: string, { platform, env }: BrowserHost): BrowserCommand | null {
  switch (platform) {
    case 'darwin':
      return { program: '/usr/bin/open', args: [url] };
    case 'win32':
      // `start` is part of cmd.exe, which takes `&` in an address for the end of the command.
      return {
        program: path.win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'rundll32.exe'),
        args: ['url.dll,FileProtocolHandler', url],
      };
    case 'linux':
      return env.DISPLAY || env.WAYLAND_DISPLAY ? { program: 'xdg-open', args: [url] } : null;
  }
}

/** True when the default browser was asked to open the address. */
export async function openBrowser(url: string, host: BrowserHost): Promise<boolean> {
  const command = browserCommand(url, host);
  if (!command) return false;
  return startProgram(command.program, command.args, { env: host.env }).then(
    () => true,
    () => false,
  );
}
