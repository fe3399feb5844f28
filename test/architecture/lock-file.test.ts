import { expect, test } from 'vitest';
import { readProjectFile } from './project-files.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockText = readProjectFile('package-lock.json');
const { packages } = JSON.parse(lockText) as { packages: Readonly<Record<string, LockedPackage>> };

const systems = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

// npm leaves out what a registry does not have at that moment, and nobody on that system can install any more.
test.each(['@biomejs/biome', 'rolldown', 'lightningcss', 'typescript'])(
  '%s is locked for every system that it comes for',
  (name) => {
    const natives = Object.keys(packages[`node_modules/${name}`]?.optionalDependencies ?? {});
    for (const system of systems) {
      expect(natives.some((native) => native.includes(system))).toBe(true);
    }
    expect(natives.filter((native) => !packages[`node_modules/${native}`])).toEqual([]);
  },
);

test('the lock file names no registry', () => {
  const resolved = Object.values(packages).filter((locked) => locked.resolved !== undefined);
  expect(resolved).toEqual([]);
  expect(lockText).not.toMatch(/registry\./);
});

test('every version in package.json is exact', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readProjectFile('package.json')) as Readonly<
    Record<string, Record<string, string>>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
