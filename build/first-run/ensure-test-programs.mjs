import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { inProject } from './project.mjs';
import { runProgram, say } from './run-program.mjs';

/** What the tests run besides Node: program -> the Debian package that brings it. */
const programs = {
  python3: 'python3',
  ss: 'iproute2',
  lsof: 'lsof',
  netstat: 'net-tools',
  supervisord: 'supervisor',
  makensis: 'nsis',
  // Servers that are really probed. Their tests are left out where they are missing.
  postgres: 'postgresql',
  mariadbd: 'mariadb-server',
  'redis-server': 'redis-server',
  memcached: 'memcached',
  nginx: 'nginx-light',
  sshd: 'openssh-server',
  openssl: 'openssl',
  nc: 'netcat-openbsd',
  gdbserver: 'gdbserver',
};

/** Milliseconds that an installation may take. */
const deadlineMs = 240_000;

/**
 * Installs the browser and the small programs that the tests need, as far as this user can.
 * @returns {Promise<{ missing: string[], chromium: string | null }>} What is still missing, with a line that says how to get it.
 */
export async function ensureTestPrograms() {
  if (process.platform === 'linux') await installPackages();
  if (!findChromium()) await installPlaywrightsBrowser();
  const missing = missingPrograms().map(
    (program) => `${program} is not installed (Debian and Ubuntu: apt-get install ${programs[program]})`,
  );
  const chromium = findChromium();
  if (!chromium) missing.push('no Chromium was found (npx playwright install --with-deps chromium)');
  return { missing, chromium };
}

async function installPackages() {
  const packages = missingPrograms().map((program) => programs[program]);
  // On Ubuntu the package is only a pointer to a snap, which containers cannot run.
  if (!findChromium() && !isUbuntu()) packages.push('chromium');
  if (packages.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = /** @type {const} */ ({ output: 'hide', deadlineMs });
  await runProgram('apt-get', ['update', '-qq'], { ...options, env });
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { ok, output } = await withoutServices(() => runProgram('apt-get', install, { ...options, env }));
  if (!ok) say(lastLines(output));
}

/** What Debian asks before a package starts its service; the tests start their own. */
const servicePolicy = '/usr/sbin/policy-rc.d';

/**
 * @template T
 * @param {() => Promise<T>} install
 */
async function withoutServices(install) {
  if (existsSync(servicePolicy)) return install();
  writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install();
  } finally {
    rmSync(servicePolicy, { force: true });
  }
}

async function installPlaywrightsBrowser() {
  const cli = inProject('node_modules/@playwright/test/cli.js');
  const withSystemPackages = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  say("Fetching Playwright's Chromium …");
  const args = [cli, 'install', ...withSystemPackages, 'chromium'];
  const { ok, output } = await runProgram(process.execPath, args, { output: 'hide', deadlineMs });
  if (!ok) say(lastLines(output));
}

/** @returns {(keyof typeof programs)[]} */
function missingPrograms() {
  if (process.platform !== 'linux') return [];
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/sbin',
    ...postgresFolders(),
  ];
  const names = /** @type {(keyof typeof programs)[]} */ (Object.keys(programs));
  return names.filter((name) => !folders.some((folder) => existsSync(path.join(folder, name))));
}

/** Debian keeps one for each version, on nobody's path. */
function postgresFolders() {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((version) => path.join(folder, version, 'bin'));
}

function isUbuntu() {
  try {
    return /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split('\n').slice(-3).join('\n');
}
