import { expect, test } from 'vitest';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import { projectOf } from '../../../../renderer/store/select-project.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const at = (root: string) => ({ name: 'billing', root, manifest: null, branch: null });
const api = aProcess(1, { project: at('/code/billing') });
const worker = aProcess(2, { project: at('/code/billing') });
const namesake = aProcess(3, { project: at('/old/billing') });
const processes = new Map([api, worker, namesake].map((process) => [process.key, process]));
const rows = [
  aListener(3000, [api]),
  aListener(3000, [api], { address: '::1' }),
  aListener(4000, [worker]),
  aListener(5000, [namesake]),
].map((listener) => makePortRow(listener, processes));

test('holds every row of the same folder and counts a port once', () => {
  const [first] = rows;
  if (!first) throw new Error('there are rows');
  const project = projectOf(rows, first);
  expect(project?.rows.map(({ listener }) => listener.port)).toEqual([3000, 3000, 4000]);
  expect(project?.ports).toBe(2);
});

test('leaves out what has closed', () => {
  const closed = rows.map((row) => (row.listener.port === 4000 ? { ...row, closed: true } : row));
  const [first] = closed;
  if (!first) throw new Error('there are rows');
  expect(projectOf(closed, first)?.ports).toBe(1);
});
