/** A name that no other run has. `randomUUID` is missing from pages that come over plain HTTP from another machine. */
export function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
