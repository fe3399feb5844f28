import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inProject } from '../first-run/project.mjs';
import { fuseSentinel } from './read-fuses.mjs';

/** @typedef {import('./run-builder.mjs').PackedSystem} PackedSystem */

/** As Electron leaves its builders: version 1, nine fuses; the ninth is older than what electron-builder knows. */
const fuseWire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 9]), Buffer.from('101100011')]);

/**
 * A folder laid out as an unpacked Electron, for packing where the real one cannot be had: the right files, the fuses, nothing
 * of Electron. On Linux its program runs, see `stub-program.mjs`.
 * @param {PackedSystem} system @param {string} folder
 */
export function makeStubElectron(system, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'LICENSE'), 'A stub.\n');
  writeFileSync(path.join(folder, 'LICENSES.chromium.html'), '<p>A stub.</p>\n');
  const make = { linux: makeLinux, win32: makeWindows, darwin: makeMac };
  make[system](folder);
}

/** @param {string} folder */
function makeLinux(folder) {
  makeResources(folder);
  writeFileSync(path.join(folder, 'chrome-sandbox'), 'A stub.\n');
  const script = `#!/bin/sh\nexec '${process.execPath}' '${inProject('build/pack/stub-program.mjs')}' "$0" "$@"\n: `;
  const program = path.join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from(script), fuseWire, Buffer.from('\n')]));
  chmodSync(program, 0o755);
}

/** A Windows program without code, but with the version that packing changes. @param {string} folder */
function makeWindows(folder) {
  makeResources(folder);
  const require = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));
  // The library that electron-builder edits programs with.
  const { NtExecutable, NtExecutableResource, Resource } = require('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.create({ lang: 1033, fixedInfo: {}, strings: [] });
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  writeFileSync(
    path.join(folder, 'electron.exe'),
    Buffer.concat([Buffer.from(program.generate()), fuseWire]),
  );
}

/** Where Electron keeps languages and, later, the app. @param {string} folder */
function makeResources(folder) {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  for (const language of ['en-US', 'de'])
    writeFileSync(path.join(folder, `locales/${language}.pak`), 'A stub.\n');
}

/** @param {string} folder */
function makeMac(folder) {
  const contents = path.join(folder, 'Electron.app/Contents');
  const framework = path.join(contents, 'Frameworks/Electron Framework.framework');
  makeBundle(contents, 'Electron');
  mkdirSync(path.join(contents, 'Resources'), { recursive: true });
  writeFileSync(path.join(contents, 'Resources/electron.icns'), 'A stub.\n');
  mkdirSync(path.join(framework, 'Versions/A/Resources/en.lproj'), { recursive: true });
  // electron-builder leaves out empty folders.
  writeFileSync(path.join(framework, 'Versions/A/Resources/en.lproj/locale.pak'), 'A stub.\n');
  writeFileSync(path.join(framework, 'Versions/A/Electron Framework'), fuseWire);
  symlinkSync('A', path.join(framework, 'Versions/Current'));
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(`Versions/Current/${name}`, path.join(framework, name));
  }
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`;
    makeBundle(path.join(contents, 'Frameworks', `${name}.app/Contents`), name);
  }
}

/** @param {string} contents @param {string} name */
function makeBundle(contents, name) {
  const program = path.join(contents, 'MacOS', name);
  mkdirSync(path.dirname(program), { recursive: true });
  writeFileSync(program, '#!/bin/sh\nexit 1\n');
  chmodSync(program, 0o755);
  const entries = [
    ['CFBundleExecutable', name],
    ['CFBundleIdentifier', 'com.github.Electron'],
    ['CFBundleName', name],
    ['CFBundlePackageType', 'APPL'],
  ];
  const dictionary = entries.map(([key, value]) => `<key>${key}</key><string>${value}</string>`).join('');
  writeFileSync(
    path.join(contents, 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${dictionary}</dict></plist>\n`,
  );
}
