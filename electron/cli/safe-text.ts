/**
 * Controls (C0, DEL, C1), invisible format characters, line separators, and halves of surrogate pairs. Zero-width
 * joiners stay: scripts and emoji need them, and they move nothing.
 */
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Nearly all text, told apart without building the tables of Unicode for the expression above. */
const harmless = /^[\x20-\x7e]*$/;

/**
 * Text of foreign origin as it may be shown on a terminal: a process can name itself after an escape sequence, or
 * reverse the reading direction of the line.
 */
export function safeText(text: string): string {
  return harmless.test(text) ? text : text.replace(unsafe, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return '\\t';
  if (code === 0x0a) return '\\n';
  if (code === 0x0d) return '\\r';
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
