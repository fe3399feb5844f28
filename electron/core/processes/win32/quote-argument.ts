/**
 * One argument as Windows programs take their command line apart (CommandLineToArgvW): backslashes count only before a
 * double quote, where each is written twice.
 */
export function quoteArgument(text: string): string {
  if (text !== '' && !/[\s"]/.test(text)) return text;
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
