/**
 * Pixels -> the kinds under which macOS takes a PNG of that size: plain, and as the sharper half of the size below. The plain
 * sizes 16 and 32 are not among them: they want an encoding of their own, and macOS makes them from the sharp ones.
 * @type {ReadonlyMap<number, readonly string[]>}
 */
const kinds = new Map([
  [32, ['ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/** The pixels that a whole macOS icon is made of. */
export const icnsSizes = [...kinds.keys()];

/**
 * A macOS icon of several sizes.
 * @param {readonly { size: number, png: Uint8Array }[]} pictures
 */
export function writeIcns(pictures) {
  const images = pictures.flatMap(({ size, png }) => {
    const names = kinds.get(size);
    if (!names) throw new Error(`A macOS icon holds no picture of ${size} pixels.`);
    return names.map((name) => block(name, png));
  });
  return block('icns', Buffer.concat(images));
}

/** @param {string} name @param {Uint8Array} content */
function block(name, content) {
  const header = Buffer.alloc(8, name, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}
