import axe from 'axe-core';
import { expect } from 'vitest';

/** Everything that axe finds wrong with the page, as sentences; there must be none. */
export async function expectNoViolations(): Promise<void> {
  await document.fonts.ready;
  // What fades is measured half way otherwise.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
  // The page that holds the tests has no title of ours.
  const { violations } = await axe.run(document, {
    rules: { 'document-title': { enabled: false }, 'html-has-lang': { enabled: false } },
  });
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
    ),
  ).toEqual([]);
}
