import path from 'node:path';

/**
 * @typedef {{ files: Record<string, AsarNode> }} AsarFolder
 * @typedef {{ offset?: string, size: number, unpacked?: boolean, link?: string }} AsarFile
 * @typedef {AsarFolder | AsarFile} AsarNode
 */

/**
 * The files of an archive: path with forward slashes -> content. Refuses names that would lead out of a folder, and whatever
 * is not wholly in the archive (links, unpacked files): Berth packs neither.
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>}
 */
export function readAsar(archive) {
  // Two pickles: [4, size of the second], then [payload size, JSON length, JSON, padding]; after that the files.
  const headerSize = archive.readUInt32LE(4);
  const jsonLength = archive.readUInt32LE(12);
  /** @type {AsarFolder} */
  const root = JSON.parse(archive.toString('utf8', 16, 16 + jsonLength));
  const files = new Map();
  collect(root, '', archive.subarray(8 + headerSize), files);
  return files;
}

/** @param {AsarFolder} folder @param {string} at @param {Buffer} content @param {Map<string, Buffer>} files */
function collect(folder, at, content, files) {
  for (const [name, node] of Object.entries(folder.files)) {
    if (name === '' || name === '.' || name === '..' || /[\\/]/.test(name)) {
      throw new Error(`The archive holds a file of the name ${JSON.stringify(name)}.`);
    }
    const place = path.posix.join(at, name);
    if ('files' in node) collect(node, place, content, files);
    else files.set(place, contentOf(node, place, content));
  }
}

/** @param {AsarFile} file @param {string} place @param {Buffer} content */
function contentOf(file, place, content) {
  if (file.offset === undefined) throw new Error(`${place} does not lie in the archive itself.`);
  const start = Number(file.offset);
  if (start + file.size > content.length) throw new Error(`${place} is cut off.`);
  return content.subarray(start, start + file.size);
}
