/** `.well-known` is made to be served (RFC 8615). */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') && name !== '.well-known';
}
