import path from 'node:path';

/** What has to be run to start Berth as it runs now. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** Where desktops on Linux look for what they start at login (XDG autostart). */
export function autostartFile(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const config = env.XDG_CONFIG_HOME;
  const folder = config && path.isAbsolute(config) ? config : path.join(home, '.config');
  return path.join(folder, 'autostart', 'berth.desktop');
}

/** The content of that file. */
export function autostartEntry({ program, args }: StartCommand): string {
  const exec = [program, ...args].map(quote).join(' ');
  return `[Desktop Entry]
Type=Application
Name=Berth
Comment=Shows which ports are busy
Exec=${exec}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`;
}

/**
 * Quoted as the desktop entry specification wants it: inside quotes a backslash goes before `"`, backtick, `$` and itself,
 * every backslash once more for the string it stands in, and a percent sign is doubled.
 */
function quote(word: string): string {
  const escaped = word.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(escaped)) return escaped;
  return `"${escaped.replace(/["`$\\]/g, (sign) => `\\${sign}`).replaceAll('\\', '\\\\')}"`;
}
