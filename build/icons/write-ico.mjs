/**
 * @typedef {object} Picture
 * @property {number} size  Pixels, both ways.
 * @property {Uint8Array} rgba  Row by row from the top, alpha not multiplied in.
 * @property {Uint8Array} png
 */

const headerBytes = 6;
const entryBytes = 16;

/**
 * A Windows icon of several sizes. Pictures of 256 pixels go in as PNG, smaller ones as bitmaps, which every reader of icons knows.
 * @param {readonly Picture[]} pictures
 */
export function writeIco(pictures) {
  const images = pictures.map((picture) =>
    picture.size >= 256 ? Buffer.from(picture.png) : bitmap(picture),
  );
  const directory = Buffer.alloc(headerBytes + entryBytes * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size }] of pictures.entries()) {
    const entry = headerBytes + entryBytes * index;
    const { length } = /** @type {Buffer} */ (images[index]);
    // 256 does not fit into a byte and is written as 0.
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += length;
  }
  return Buffer.concat([directory, ...images]);
}

/** A device-independent bitmap: blue, green, red, alpha, from the bottom row up, then a mask. @param {Picture} picture */
function bitmap({ size, rgba }) {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // Counts the mask as well.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = (row * size + column) * 4;
      const to = ((size - 1 - row) * size + column) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      pixels.set([blue, green, red, alpha], to);
    }
  }
  // All zero: alpha says what is seen. Rows of the mask are padded to four bytes.
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([header, pixels, mask]);
}
