/** Characters of a paste that are looked at: an error and its stack are shorter, a log says it at one end. */
const mostCharacters = 32_768;

const escapeCharacter = '\u001b';
/** Colours and titles of a terminal; colours also as a console shows them that does not know them. */
const sequences = new RegExp(
  `[${escapeCharacter}\u2190]\\[[0-9;?]{0,16}[A-Za-z]|${escapeCharacter}\\][^\u0007${escapeCharacter}\\n]{0,200}(?:\u0007|${escapeCharacter}\\\\)?`,
  'g',
);
/** Controls, and what is invisible or turns the reading direction. Line ends and tabs stay. */
const invisible = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Co}]/gu;
const lineEnds = /\r\n?|[\u2028\u2029\u0085]/g;

/** Pasted text with only what can be read in it, at most 64 Ki characters: the beginning and the end. */
export function cleanText(text: string): string {
  return readable(
    text.length <= 2 * mostCharacters
      ? text
      : `${text.slice(0, mostCharacters)}\n${text.slice(-mostCharacters)}`,
  );
}

function readable(text: string): string {
  return text.replace(lineEnds, '\n').replace(sequences, '').replace(invisible, '');
}
