const end = Buffer.from('</body');

/** Puts an element at the end of the body of an HTML page, whatever its charset, as long as that contains ASCII. */
export function injectScript(page: Buffer, element: string): Buffer {
  // UTF-16 says so with its first two bytes; ASCII in it would be noise.
  if ((page[0] === 0xff && page[1] === 0xfe) || (page[0] === 0xfe && page[1] === 0xff)) return page;
  const at = endOfBody(page);
  return Buffer.concat([page.subarray(0, at), Buffer.from(element), page.subarray(at)]);
}

function endOfBody(page: Buffer): number {
  const small = page.lastIndexOf(end);
  if (small !== -1) return small;
  const any = page.toString('latin1').toLowerCase().lastIndexOf('</body');
  return any === -1 ? page.length : any;
}
