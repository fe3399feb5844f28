import { expect, test } from 'vitest';
import { foundElsewhere } from '../../../../renderer/store/found-elsewhere.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import { rowHealth } from '../../../../renderer/store/row-health.ts';
import { rowTraits } from '../../../../renderer/store/row-traits.ts';
import { parseSearch } from '../../../../renderer/store/search-query.ts';
import type { Identity } from '../../../../shared/contract/identity.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../../../shared/contract/probes.ts';
import { anAnswer } from '../../../fakes/an-answer.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const owner = aProcess(7, { command: ['node', '/srv/app/vite.js'], cwd: '/srv/app', user: 'maya' });
const identity: Identity = {
  kind: 'cache',
  product: 'Redis',
  target: null,
  confidence: 'certain',
  source: 'command-line',
  evidence: 'redis-server',
};

function row(change: Partial<Listener> = {}, answer: Partial<ProbeAnswer> | null = null) {
  const listener = aListener(3000, [owner], change);
  const answers = answer ? [anAnswer(listener, answer)] : [];
  return makePortRow(
    listener,
    new Map([[owner.key, owner]]),
    new Map(answers.map((one) => [one.listenerId, one])),
  );
}

test('says what Berth tells of it, and nothing of its own', () => {
  expect(row().identified).toBeNull();
  expect(row({ identity })).toMatchObject({ identified: 'Redis', kind: 'database' });
  expect(row({ identity: null })).toMatchObject({ identified: null, kind: null });
});

test('says where a tunnel leads, and that a number alone is a guess', () => {
  const tunnel = {
    ...identity,
    kind: 'tunnel',
    product: 'SSH tunnel',
    target: 'db:5432 via bastion',
  } as const;
  expect(row({ identity: tunnel }).identified).toBe('SSH tunnel to db:5432 via bastion');
  expect(row({ identity: { ...identity, source: 'port-number' } }).identified).toBe('probably Redis');
});

test('the registered name of a number is no identification', () => {
  const guess = { ...identity, product: 'xinu', source: 'port-number' } as const;
  expect(row({ identity: guess, serviceName: 'xinu' }).identified).toBeNull();
});

test('an answer of other owners does not count', () => {
  expect(row({}, {}).answer).not.toBeNull();
  expect(row({}, { owners: ['9@then'] }).answer).toBeNull();
});

test.each([
  [{}, null, 'hollow', 'Listening, not probed'],
  [{}, { state: 'identified' }, 'ok', 'Answers'],
  [{}, { state: 'silent' }, 'warn', 'Accepts, never answers'],
  [{}, { state: 'hung-up' }, 'hollow', 'Hangs up without a word'],
  [{ localhost: 'localhost leads to node.' }, { state: 'identified' }, 'warn', 'localhost leads to node.'],
  [{ folderId: 'site' }, null, 'ok', 'Served by Berth'],
] as const)('%j with %j is %s: %s', (change, answer, tone, meaning) => {
  expect(rowHealth(row(change, answer))).toEqual({ tone, meaning });
});

test('a closed row is neither', () => {
  expect(rowHealth({ ...row({}, {}), closed: true }).meaning).toBe('Closed');
});

test('finds an answer, its title and its product', () => {
  const http = {
    status: 200,
    title: 'Storefront',
    server: null,
    poweredBy: null,
    location: null,
    contentType: null,
  };
  expect(row({}, { http }).searchText).toContain('storefront');
});

test.each([
  ['vite.js', 'command'],
  ['/srv/app', 'command'],
  ['user:may', 'user'],
  ['node', undefined],
  ['redis', undefined],
  ['3000', undefined],
])('what %s found is in the %s', (search, fact) => {
  expect(foundElsewhere(row({ identity }), parseSearch(search))?.fact).toBe(fact);
});

test.each([
  ['tcp', true],
  ['udp', false],
  ['ipv4', true],
  ['local', true],
  ['network', false],
  ['dev', true],
  ['database', false],
  ['mine', true],
  ['hidden', false],
  ['shared', false],
  ['container', false],
])('is:%s is %s of it', (name, expected) => expect(rowTraits.get(name)?.(row(), 'maya')).toBe(expected));
