import { Arch, build, Platform } from 'electron-builder';
import { root } from '../first-run/project.mjs';

const platforms = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS };

/** @typedef {keyof typeof platforms} PackedSystem */

/** Every system that Berth is packed for. */
export const packedSystems = /** @type {PackedSystem[]} */ (Object.keys(platforms));

/**
 * @typedef {object} BuilderOptions
 * @property {readonly string[]} [targets]  As configured unless told; `dir` is the folder that installers are made of.
 * @property {boolean} [onlyX64]  Pack for this processor wherever this runs, so that what comes out has one name.
 */

/**
 * Packs for one system; publishes nothing. Answers the files that were made.
 * @param {PackedSystem} system @param {import('electron-builder').Configuration} config @param {BuilderOptions} [options]
 */
export function runBuilder(system, config, { targets = [], onlyX64 = false } = {}) {
  const archs = onlyX64 ? [Arch.x64] : [];
  return build({
    targets: platforms[system].createTarget([...targets], ...archs),
    config,
    projectDir: root,
    publish: 'never',
  });
}
