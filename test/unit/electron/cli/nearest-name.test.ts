import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../../electron/cli/nearest-name.ts';

const commands = ['ls', 'show', 'kill', 'watch', 'free', 'web'];

describe('nearestName', () => {
  it.each([
    ['kil', 'kill'],
    ['klil', 'kill'],
    ['killl', 'kill'],
    ['sho', 'show'],
    ['wacth', 'watch'],
    ['wat', 'watch'],
    ['l', 'ls'],
    ['frea', 'free'],
  ])('%s means %s', (typed, name) => {
    expect(nearestName(typed, commands)).toBe(name);
  });

  it.each(['restart', 'doctor', 'x', ''])('%j means none of them', (typed) => {
    expect(nearestName(typed, commands)).toBeNull();
  });
});
