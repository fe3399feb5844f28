/** Names of devices in every folder of Windows, whatever the extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?=[ .]|$)/i;

/** Characters that no file name of Windows has: separators, streams (`a.txt::$DATA`), drives, patterns, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const impossible = /[\u0000-\u001f"*/:<>?\\|]/;

/** Windows drops these from the end of a name, so that `.env.` opens `.env`. */
const dropped = /[. ]$/;

/**
 * False for a name that Windows would open as something else than a file of that name. Short names (`GIT~1`) pass:
 * what they stand for is known only to the file system and is checked after opening.
 */
export function isPlainWindowsName(name: string): boolean {
  return !impossible.test(name) && !dropped.test(name) && !device.test(name);
}
