import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withRunner } from './counts.mjs';
import { runTool } from './run-check.mjs';

/** @typedef {{ status: string, fullName: string }} Assertion */

/** @param {string} project */
export async function runVitest(project) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berth-vitest-'));
  const report = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ok = await runTool('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
    return withRunner(readCounts(report), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} report @returns {import('./counts.mjs').Counts} */
function readCounts(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const tests = testResults.flatMap(
      (/** @type {{ assertionResults: Assertion[] }} */ file) => file.assertionResults,
    );
    return countTests(tests);
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {readonly Assertion[]} tests */
function countTests(tests) {
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const skips = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed, failed, skipped: skips.length, skips: skips.map(({ fullName }) => fullName) };
}
