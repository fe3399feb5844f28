/**
 * The lines that end in a line break, without it. What follows the last break was cut off: half of a number
 * looks like a number, so it is not handed out.
 */
export function completeLines(text: string): readonly string[] {
  const lines = text.split('\n');
  lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
