/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [skips]  Title, and reason where known, of each that was skipped.
 */

/** @type {Counts} */
const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {boolean} ok @returns {Counts} */
export function oneCheck(ok) {
  return ok ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** @param {string} reason @returns {Counts} */
export function oneSkip(reason) {
  return { ...none, skipped: 1, skips: [reason] };
}

/**
 * A runner that ended badly has failed even if it counted no failure (an error outside every test), and so has one that ran
 * nothing.
 * @param {Counts} counts @param {boolean} endedWell @returns {Counts}
 */
export function withRunner(counts, endedWell) {
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  const silentFailure = counts.failed === 0 && (!endedWell || ranNothing);
  return silentFailure ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped, skips }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      skips: [...(total.skips ?? []), ...(skips ?? [])],
    }),
    none,
  );
}
