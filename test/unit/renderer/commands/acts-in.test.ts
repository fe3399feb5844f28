import { expect, test } from 'vitest';
import { actsIn } from '../../../../renderer/commands/acts-in.ts';
import { allCommands } from '../../../../renderer/commands/all-commands.ts';

const idsIn = (place: 'ports' | 'doctor') =>
  allCommands.filter((one) => actsIn(one, place)).map(({ id }) => id);

test('every command acts where the ports are', () => {
  expect(idsIn('ports')).toHaveLength(allCommands.length);
});

test('no key ends or opens a port that is not on the screen', () => {
  const elsewhere = idsIn('doctor');
  for (const id of ['kill-port', 'force-kill-port', 'restart-port', 'open-port', 'select-next', 'pick-all'])
    expect(elsewhere).not.toContain(id);
});

test('search, palette, places and the undo of a kill act everywhere', () => {
  const elsewhere = idsIn('doctor');
  for (const id of ['focus-search', 'open-palette', 'go-to-ports', 'serve-folder', 'undo-kill'])
    expect(elsewhere).toContain(id);
});

test('no two commands have the same key', () => {
  const keys = allCommands.flatMap((command) => command.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
