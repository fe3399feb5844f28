import { expect, test } from 'vitest';
import { parseLaunchctlList } from '../../../../../../electron/core/processes/darwin/parse-launchctl-list.ts';

/** Constructed in the form of `launchctl list`. */
const list = `PID\tStatus\tLabel
389\t0\tcom.apple.Finder
-\t0\tcom.apple.Safari
-\t78\tcom.example.mycrashingapp
1204\t-15\thomebrew.mxcl.postgresql@14
998\t0\tapplication.com.google.Chrome.123.456
`;

test('gives the labels of what runs', () => {
  expect(parseLaunchctlList(list)).toEqual(
    new Map([
      [389, 'com.apple.Finder'],
      [1204, 'homebrew.mxcl.postgresql@14'],
    ]),
  );
});

test('a line cut off at the end is left out', () => {
  expect(parseLaunchctlList('389\t0\tcom.apple.Fin')).toEqual(new Map());
});
