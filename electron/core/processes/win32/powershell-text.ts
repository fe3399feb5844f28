/**
 * A PowerShell expression that gives exactly this text. It holds no double quote itself, so it survives being part of one
 * argument, and nothing in it is expanded.
 */
export function powershellText(text: string): string {
  // PowerShell takes typographic quotes for quotes, too.
  const single = /['\u2018\u2019\u201a\u201b]/g;
  return `('${text.replace(single, '$&$&').replaceAll('"', "'+[char]34+'")}')`;
}
