/** The value of an option: `-p 80`, `-p=80` or `--port=80`. Null when it is not given. */
export function wordAfter(words: readonly string[], option: string): string | null {
  for (const [at, word] of words.entries()) {
    if (word === option) return words[at + 1] ?? null;
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return null;
}
