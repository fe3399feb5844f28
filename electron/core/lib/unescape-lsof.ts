/** In the C locale lsof writes every byte that is not ASCII as `\xc3`, and a backslash as two. */
export function unescapeLsof(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes = text.replace(/\\(?:x([0-9a-f]{2})|\\)/g, (_, hex: string | undefined) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
