import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withRunner } from './counts.mjs';
import { runTool } from './run-check.mjs';

/**
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ title: string, tests: { status: string, annotations: { type: string, description?: string }[] }[] }} Spec
 */

export async function runPlaywright() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'berth-playwright-'));
  const report = path.join(folder, 'report.json');
  try {
    const args = ['test', '-c', 'build/playwright.config.ts', '--reporter=list,json'];
    const ok = await runTool('node_modules/@playwright/test/cli.js', args, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    return withRunner(readCounts(report), ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} report @returns {import('./counts.mjs').Counts} */
function readCounts(report) {
  try {
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
    const skips = suites.flatMap(skippedTitles);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, skips };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {Suite} suite @returns {string[]} */
function skippedTitles({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => [title, annotations[0]?.description].filter(Boolean).join(': ')),
  );
  return [...own, ...suites.flatMap(skippedTitles)];
}
