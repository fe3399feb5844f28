/** What Electron's builders leave in the program in front of the fuses. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of the wire, which only ever grows at its end. */
const names = /** @type {const} */ ([
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
]);

/**
 * The fuses of an Electron program, by the names that electron-builder gives them. Throws when there are none: a program without
 * them would ignore what was asked.
 * @param {Buffer} program
 * @returns {Record<(typeof names)[number], boolean>}
 */
export function readFuses(program) {
  const sentinel = program.indexOf(fuseSentinel);
  if (sentinel < 0) throw new Error('There are no fuses in this program.');
  const start = sentinel + fuseSentinel.length;
  const version = program[start];
  const length = program[start + 1] ?? 0;
  if (version !== 1) throw new Error(`The fuses are of version ${version}, known is 1.`);
  if (length < names.length) throw new Error(`There are ${length} fuses, known are ${names.length}.`);
  const states = names.map((name, index) => [name, program[start + 2 + index] === 0x31]);
  return Object.fromEntries(states);
}
