import { expect, test } from 'vitest';
import { fullProcessName } from '../../../../../../electron/core/processes/linux/full-process-name.ts';

test('completes a cut name from the executable', () => {
  expect(fullProcessName('gnome-terminal-', ['/usr/libexec/gnome-terminal-server'])).toBe(
    'gnome-terminal-server',
  );
});

test('completes the cut name of a script from the words after its interpreter', () => {
  expect(
    fullProcessName('unattended-upgr', ['/usr/bin/python3.11', 'python3', '/usr/bin/unattended-upgrades']),
  ).toBe('unattended-upgrades');
});

test('keeps a cut name that none of the words begins with', () => {
  expect(fullProcessName('ThreadPoolForeg', ['/usr/bin/node', undefined, null])).toBe('ThreadPoolForeg');
});
