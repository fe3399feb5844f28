import { inProject } from '../first-run/project.mjs';
import { fuses } from './fuses.mjs';

/**
 * @typedef {object} PackWorld  What the configuration depends on.
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {NodeJS.Platform} host  The system that packs.
 * @property {string} [electronDist]  An unpacked Electron folder; without it electron-builder fetches one.
 * @property {string} [output]  Where packages go, `dist/packages` unless told.
 */

/** The name of the desktop program on Linux. `berth` itself is the command line. */
const linuxProgram = 'berth-desktop';

/** Everything Berth needs at run time is bundled, so nothing of `node_modules` is among this. */
const packedFiles = [
  'package.json',
  'dist/desktop/**/*',
  'dist/preload/**/*',
  'dist/renderer/**/*',
  'dist/node/**/*',
  // The entry for `npm start` without a window; the command line loads the same code by itself.
  '!dist/node/web.js',
  '!**/*.map',
];

/** @param {PackWorld} world @returns {import('electron-builder').Configuration} */
export function builderConfig({ env, host, electronDist, output = inProject('dist/packages') }) {
  const repository = readRepository(env);
  const signed = Boolean(env.CSC_LINK || env.CSC_NAME);
  return {
    appId: 'app.berth.desktop',
    productName: 'Berth',
    copyright: 'Copyright © 2026 The Berth authors',
    directories: { output, buildResources: inProject('build/icons') },
    // A copy: electron-builder writes into what it is given.
    files: [...packedFiles],
    asar: true,
    // No blanks: where releases lie they would become dots, and the feed would name files that are not there.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    artifactName: '${name}-${version}-${os}-${arch}.${ext}',
    npmRebuild: false,
    electronLanguages: ['en-US'],
    electronFuses: { ...fuses, resetAdHocDarwinSignature: host === 'darwin' && !signed },
    extraMetadata: {
      author: 'The Berth authors',
      desktopName: `${linuxProgram}.desktop`,
      ...(repository && { homepage: repository.address }),
    },
    publish: repository ? { provider: 'github', owner: repository.owner, repo: repository.name } : null,
    ...(electronDist && { electronDist }),
    ...macOptions(env, signed),
    ...windowsOptions(),
    ...linuxOptions(repository),
  };
}

/** @param {PackWorld['env']} env @param {boolean} signed */
function macOptions(env, signed) {
  const launcher = { from: 'build/pack/launchers/berth', to: 'bin/berth' };
  return /** @type {import('electron-builder').Configuration} */ ({
    mac: {
      // Updates come as the zip.
      target: ['dmg', 'zip'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
      icon: inProject('build/icons/berth.icns'),
      category: 'public.app-category.developer-tools',
      extraResources: [launcher],
      // Without an identity nothing proves that program and framework belong together, and the hardened runtime refuses to load it.
      hardenedRuntime: signed,
      ...(signed ? {} : { identity: null }),
      gatekeeperAssess: false,
      entitlements: inProject('build/pack/entitlements.mac.plist'),
      entitlementsInherit: inProject('build/pack/entitlements.mac.plist'),
      // macOS replaces an app only with one that the same identity signed.
      ...(signed ? {} : { publish: null }),
      notarize: signed && canNotarise(env),
    },
  });
}

function windowsOptions() {
  return /** @type {import('electron-builder').Configuration} */ ({
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: inProject('build/icons/berth.ico'),
      extraResources: [{ from: 'build/pack/launchers/berth.cmd', to: 'bin/berth.cmd' }],
    },
    nsis: {
      // For this user, always in the same folder: `launchers/berth-on-path.cmd` counts on that.
      oneClick: true,
      perMachine: false,
      include: inProject('build/pack/installer.nsh'),
      deleteAppDataOnUninstall: false,
    },
  });
}

/** @param {Repository | null} repository */
function linuxOptions(repository) {
  const onPath = `${inProject('build/pack/launchers/berth-on-path')}=/usr/bin/berth`;
  return /** @type {import('electron-builder').Configuration} */ ({
    linux: {
      target: ['AppImage', 'deb', 'rpm'].map((target) => ({ target, arch: ['x64', 'arm64'] })),
      icon: inProject('build/icons/linux'),
      executableName: linuxProgram,
      extraResources: [{ from: 'build/pack/launchers/berth', to: 'bin/berth' }],
      category: 'Development',
      synopsis: 'Every port something listens on, and who holds it',
      syncDesktopName: true,
      desktop: { entry: { Keywords: 'port;listen;kill;server;localhost;' } },
      ...(repository && { maintainer: `The Berth authors <${repository.owner}@users.noreply.github.com>` }),
    },
    deb: { packageName: 'berth', fpm: [onPath] },
    // Links by build id would clash with those of every other Electron app of the same version.
    rpm: { packageName: 'berth', fpm: ['--rpm-rpmbuild-define=_build_id_links none', onPath] },
  });
}

/** @typedef {{ owner: string, name: string, address: string }} Repository */

/**
 * Where releases lie, as a workflow knows it. Without it the packages have no feed, so Berth looks for no updates.
 * @param {PackWorld['env']} env @returns {Repository | null}
 */
function readRepository({ GITHUB_REPOSITORY, GITHUB_SERVER_URL }) {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY ?? '') ?? [];
  if (!owner || !name) return null;
  return { owner, name, address: `${GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${name}` };
}

/** Either form of Apple's credentials, whole. @param {PackWorld['env']} env */
function canNotarise(env) {
  const key = env.APPLE_API_KEY && env.APPLE_API_KEY_ID && env.APPLE_API_ISSUER;
  const account = env.APPLE_ID && env.APPLE_APP_SPECIFIC_PASSWORD && env.APPLE_TEAM_ID;
  return Boolean(key || account);
}
