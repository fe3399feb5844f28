import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fuses } from './fuses.mjs';
import { readAsar } from './read-asar.mjs';
import { readFuses } from './read-fuses.mjs';

/** @typedef {import('./run-builder.mjs').PackedSystem} PackedSystem */

/** Where things lie in what electron-builder makes of the target `dir`. */
const layouts = {
  linux: {
    folder: 'linux-unpacked',
    fuses: 'berth-desktop',
    resources: 'resources',
    beside: ['bin/berth'],
  },
  win32: {
    folder: 'win-unpacked',
    fuses: 'Berth.exe',
    resources: 'resources',
    beside: ['bin/berth.cmd'],
  },
  darwin: {
    folder: 'mac/Berth.app/Contents',
    fuses: 'Frameworks/Electron Framework.framework/Electron Framework',
    resources: 'Resources',
    beside: ['bin/berth', 'icon.icns'],
  },
};

/** Without these Berth does not start, whatever else was built. */
const needed = [
  'dist/desktop/main.cjs',
  'dist/desktop/scan-worker.cjs',
  'dist/desktop/folder-program.cjs',
  'dist/desktop/icons/trayTemplate.png',
  'dist/desktop/icons/trayTemplate@2x.png',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
  'dist/node/cli.js',
  'dist/node/scan-worker.js',
  'dist/node/folder-program.js',
];

/**
 * What is wrong with a packed folder; nothing, if all is well.
 * @param {PackedSystem} system @param {string} output @param {readonly string[]} built  The files of `dist` that belong in it.
 * @returns {string[]}
 */
export function checkPacked(system, output, built) {
  const layout = layouts[system];
  const folder = path.join(output, layout.folder);
  const resources = path.join(folder, layout.resources);
  const packed = readAsar(readFileSync(path.join(resources, 'app.asar')));
  const wantedFiles = new Set(['package.json', ...needed, ...built.map((file) => `dist/${file}`)]);
  return [
    ...differences('in the archive', [...wantedFiles], [...packed.keys()]),
    ...wrongFuses(readFileSync(path.join(folder, layout.fuses))),
    ...wrongManifest(JSON.parse(String(packed.get('package.json') ?? '{}')), packed),
    ...layout.beside
      .filter((file) => !existsSync(path.join(resources, file)))
      .map((file) => `missing beside the archive: ${file}`),
    ...(existsSync(path.join(resources, 'app-update.yml')) ? ['there is a feed for updates'] : []),
  ].map((problem) => `${system}: ${problem}`);
}

/** @param {string} where @param {readonly string[]} wanted @param {readonly string[]} found */
function differences(where, wanted, found) {
  const missing = wanted.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) => `missing ${where}: ${name}`),
    ...extra.map((name) => `should not be ${where}: ${name}`),
  ];
}

/** @param {Buffer} program */
function wrongFuses(program) {
  const found = readFuses(program);
  return Object.entries(fuses)
    .filter(([name, state]) => found[/** @type {keyof typeof found} */ (name)] !== state)
    .map(([name, state]) => `the fuse ${name} should be ${state ? 'on' : 'off'}`);
}

/** @param {Record<string, unknown>} manifest @param {ReadonlyMap<string, Buffer>} packed */
function wrongManifest(manifest, packed) {
  const problems = [];
  if (!packed.has(String(manifest.main))) problems.push(`there is no ${manifest.main} to start with`);
  // Without it the command line, which is made of modules, would not load.
  if (manifest.type !== 'module') problems.push('package.json lost its type');
  for (const name of ['scripts', 'devDependencies', 'dependencies']) {
    if (name in manifest) problems.push(`package.json still has ${name}`);
  }
  return problems;
}
