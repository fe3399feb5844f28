import { expect, test } from 'vitest';
import { matchRow } from '../../../../renderer/store/match-row.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import { parseSearch } from '../../../../renderer/store/search-query.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const owner = aProcess(4122, {
  name: 'node',
  command: ['node', 'server.js', '--listen', '15005'],
  cwd: '/srv/billing',
  user: 'maya',
  project: { name: 'billing', root: '/srv/billing', manifest: 'package.json', branch: 'main' },
});
const listener = aListener(5000, [owner], { label: 'Gateway', serviceName: 'commplex-main' });
const row = makePortRow(listener, new Map([[owner.key, owner]]));
const matches = (text: string) => matchRow(row, parseSearch(text), 'maya');

test.each([
  '5000',
  '50',
  ':5000',
  'node',
  'NODE',
  'server.js',
  'gateway',
  'commplex',
  'project:bill',
  'reach:machine',
  'pid:4122',
  '4122',
  'user:maya',
  'label:gate',
  '127.0.0.1:5000',
  'protocol:tcp',
  'node 5000 user:maya',
])('finds the row by %s', (text) => expect(matches(text)).toBe(true));

test.each([
  ':500',
  '000',
  '15005',
  'pid:412',
  '412',
  'project:node',
  'user:root',
  'reach:network',
  'node python',
  'protocol:udp',
])('does not find the row by %s', (text) => expect(matches(text)).toBe(false));

test('finds a hidden owner by the user of the socket', () => {
  const hidden = makePortRow(aListener(631, [], { socketUser: 'root', ownersHidden: true }), new Map());
  expect(matchRow(hidden, parseSearch('user:root'), 'maya'), 'maya').toBe(true);
  expect(matchRow(hidden, parseSearch('root'), 'maya'), 'maya').toBe(true);
});
