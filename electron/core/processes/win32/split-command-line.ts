/**
 * Splits a Windows command line as the C runtime does ("Parsing C command-line arguments" of the Microsoft C reference):
 * the program's name ends at its quote or at the first blank and knows no escapes; behind it backslashes count only
 * before a quote, and two quotes inside quotes are one.
 */
export function splitCommandLine(line: string): readonly string[] {
  const text = line.trim();
  if (text === '') return [];
  const { program, rest } = takeProgram(text);
  return [program, ...splitArguments(rest)];
}

function takeProgram(text: string): { readonly program: string; readonly rest: string } {
  let quoted = false;
  let end = 0;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === '"') quoted = !quoted;
    else if (!quoted && isBlank(character)) break;
  }
  return { program: text.slice(0, end).replaceAll('"', ''), rest: text.slice(end) };
}

// A run of backslashes with the quotes behind it, a quote alone, blanks, or anything else.
const tokenPattern = /(\\*)("+)|[ \t]+|\\+|[^\\" \t]+/g;

function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let current: string | null = null;
  let quoted = false;
  for (const [token, backslashes, quotes] of text.matchAll(tokenPattern)) {
    if (quotes !== undefined) {
      const read = readQuotes(backslashes?.length ?? 0, quotes.length, quoted);
      current = (current ?? '') + read.text;
      quoted = read.quoted;
    } else if (!quoted && isBlank(token.charAt(0))) {
      if (current !== null) found.push(current);
      current = null;
    } else {
      current = (current ?? '') + token;
    }
  }
  return current === null ? found : [...found, current];
}

/** Half of the backslashes stay; an odd one makes the first quote a character. */
function readQuotes(
  backslashes: number,
  quotes: number,
  wasQuoted: boolean,
): { text: string; quoted: boolean } {
  let text = '\\'.repeat(Math.floor(backslashes / 2));
  let left = quotes;
  let quoted = wasQuoted;
  if (backslashes % 2 === 1) {
    text += '"';
    left -= 1;
  }
  while (left > 0) {
    if (quoted && left >= 2) {
      text += '"';
      left -= 2;
    } else {
      quoted = !quoted;
      left -= 1;
    }
  }
  return { text, quoted };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
