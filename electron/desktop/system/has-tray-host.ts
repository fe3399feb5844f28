import { runCommand } from '../../core/lib/run-command.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const timeoutMs = 2000;

/** Each asks the session bus the same: does somebody own the name under which tray icons are shown? */
const questions: readonly (readonly [string, ...(readonly string[])])[] = [
  [
    'gdbus',
    'call',
    '--session',
    '--dest=org.freedesktop.DBus',
    '--object-path=/org/freedesktop/DBus',
    '--method=org.freedesktop.DBus.NameHasOwner',
    watcher,
  ],
  [
    'busctl',
    '--user',
    'call',
    'org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus',
    'NameHasOwner',
    's',
    watcher,
  ],
  [
    'dbus-send',
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${watcher}`,
  ],
];

/**
 * True when a Linux desktop shows tray icons. GNOME does not without an extension, and nobody tells the program whose icon
 * is not shown, so the watcher of StatusNotifierItems is looked for. Without an answer there is none.
 */
export async function hasTrayHost(env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  for (const [program, ...args] of questions) {
    const answer = await ask(program, args, env);
    if (answer !== null) return answer;
  }
  return false;
}

async function ask(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<boolean | null> {
  try {
    const { exitCode, stdout } = await runCommand(program, args, { timeoutMs, env });
    return exitCode === 0 ? /\btrue\b/.test(stdout.toString('utf8')) : null;
  } catch {
    return null;
  }
}
