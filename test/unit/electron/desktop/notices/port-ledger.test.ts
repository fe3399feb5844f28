import { beforeEach, expect, test } from 'vitest';
import { PortLedger } from '../../../../../electron/desktop/notices/port-ledger.ts';
import { aChange } from '../../../../fakes/a-change.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const node = aProcess(1, { project: { name: 'shop', root: '/shop', manifest: null, branch: null } });
const python = aProcess(2, { name: 'python3' });
const on4 = aListener(3000, [node]);
const on6 = aListener(3000, [node], { address: '::1' });

let ledger: PortLedger;

beforeEach(() => {
  ledger = new PortLedger();
  ledger.apply(aChange({ listeners: [on4], processes: [node] }));
});

test('the first list is nothing new', () => {
  expect(new PortLedger().apply(aChange({ listeners: [on4], processes: [node] }))).toEqual([]);
});

test('a second address of a port is known beside the first', () => {
  const [change] = ledger.apply(aChange({ listeners: [on6], opened: [on6.id] }));
  expect(change?.before.map(({ address }) => address)).toEqual(['127.0.0.1']);
  expect(change?.after.map(({ address }) => address)).toEqual(['127.0.0.1', '::1']);
  expect(change?.opened.map(({ address }) => address)).toEqual(['::1']);
});

test('what closed is still known by its name', () => {
  const [change] = ledger.apply(aChange({ closed: [on4.id], removedProcesses: [node.key] }));
  expect(change).toMatchObject({ port: 3000, before: [{ name: 'shop (node)' }], after: [], opened: [] });
});

test('a new owner is told as such', () => {
  const [change] = ledger.apply(
    aChange({
      listeners: [{ ...on4, owners: [python.key] }],
      processes: [python],
      changedOwner: [on4.id],
    }),
  );
  expect(change).toMatchObject({
    before: [{ name: 'shop (node)' }],
    after: [{ name: 'python3' }],
    hasNewOwner: true,
  });
});

test('a change of label is no event but is remembered', () => {
  expect(ledger.apply(aChange({ listeners: [{ ...on4, label: 'gateway' }] }))).toEqual([]);
  expect(ledger.apply(aChange({ closed: [on4.id] }))[0]?.before[0]?.name).toBe('gateway');
});

test('who is hidden is named by the user', () => {
  const hidden = aListener(631, [], { ownersHidden: true, socketUser: 'root' });
  const [change] = ledger.apply(aChange({ listeners: [hidden], opened: [hidden.id] }));
  expect(change?.after[0]?.name).toBe('a program of root');
});
