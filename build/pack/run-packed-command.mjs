import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../first-run/project.mjs';

/** Milliseconds that one run of the packed programs may take. */
const deadlineMs = 30_000;

/**
 * Runs the command line that was packed for Linux, through its launcher and over a link to that.
 * @param {string} folder  The packed folder. @param {string} place  For the link.
 * @returns {string[]} What went wrong.
 */
export function runPackedCommand(folder, place) {
  const launcher = path.join(folder, 'resources/bin/berth');
  const link = path.join(place, 'berth');
  symlinkSync(path.relative(place, launcher), link);
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  return [
    ...expectRun(launcher, ['--version'], 0, (output) => output.trim() === version),
    ...expectRun(link, ['ls', '--json'], 0, (output) => JSON.parse(output).version === 1),
    ...expectRun(link, ['no such command'], 2, (output) => output === ''),
  ];
}

/**
 * @param {string} program @param {string[]} args @param {number} code @param {(output: string) => boolean} isRight
 */
function expectRun(program, args, code, isRight) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env, timeout: deadlineMs });
  const ran = `${path.basename(program)} ${args.join(' ')}`.trim();
  if (status !== code) return [`${ran} ended with ${status} instead of ${code}: ${stderr.trim()}`];
  return isRight(stdout) ? [] : [`${ran} printed ${JSON.stringify(stdout.slice(0, 200))}`];
}
