/**
 * Reads `/proc/<pid>/cmdline`: arguments, each ended by a NUL. A program that wrote a title over its arguments leaves
 * one text and a run of NULs, or no NUL at all; either is one argument.
 */
export function parseCommandLine(content: Buffer): readonly string[] {
  if (content.length === 0) return [];
  const text = content.toString('utf8');
  const words = (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
  const isTitle = words.length > 2 && words[0] !== '' && words.slice(1).every((word) => word === '');
  return isTitle ? words.slice(0, 1) : words;
}
