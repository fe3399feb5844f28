import { build, Platform } from 'electron-builder';
import { root } from '../first-run/project.mjs';

const platforms = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS };

/** @typedef {keyof typeof platforms} PackedSystem */

/** Every system that Berth is packed for. */
export const packedSystems = /** @type {PackedSystem[]} */ (Object.keys(platforms));

/**
 * Packs for one system; publishes nothing. Answers the files that were made.
 * @param {PackedSystem} system @param {import('electron-builder').Configuration} config @param {readonly string[]} [targets] As
 * configured unless told; `dir` is the folder that installers are made of.
 */
export function runBuilder(system, config, targets = []) {
  return build({
    targets: platforms[system].createTarget([...targets]),
    config,
    projectDir: root,
    publish: 'never',
  });
}
