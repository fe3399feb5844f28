import { expect, test } from 'vitest';
import { folderPorts } from '../../../../../electron/core/folders/candidate-ports.ts';

const linux = { ephemeral: { from: 32_768, to: 60_999 }, reserved: [], firstUnprivileged: 1024 };
const others = { ephemeral: { from: 49_152, to: 65_535 }, reserved: [], firstUnprivileged: 1024 };

test('the usual port comes first, then its neighbours', () => {
  expect(folderPorts(62_893, new Set(), linux).slice(0, 3)).toEqual([62_893, 62_894, 62_895]);
});

test('where the neighbours are given to outgoing connections, well-known development ports follow', () => {
  const ports = folderPorts(62_893, new Set(), others);
  expect(ports.slice(0, 3)).toEqual([62_893, 3000, 8080]);
  expect(ports.slice(1).every((port) => port < 49_152)).toBe(true);
});

test('a port that Berth already serves on is left out, and none comes twice', () => {
  const ports = folderPorts(8080, new Set([8080, 8081]), linux);
  expect(ports[0]).toBe(8082);
  expect(new Set(ports).size).toBe(ports.length);
});

test('at the end of the range there are fewer neighbours', () => {
  expect(folderPorts(65_534, new Set(), linux).slice(0, 3)).toEqual([65_534, 65_535, 3000]);
});
