/** The id in the page of the row of a listener. */
export function rowElementId(listenerId: string): string {
  return `row-${listenerId}`;
}
