import { expect, test } from 'vitest';
import { hiddenOwnerText } from '../../../../renderer/features/ports/hidden-owner-text.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import type { Container } from '../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const project = { name: 'billing', root: '/srv/billing', manifest: 'package.json', branch: null };
const container: Container = {
  id: '4f5a',
  name: 'shop-db-1',
  image: 'postgres:17',
  composeProject: 'shop',
  composeService: 'db',
};

function row(listener: Parameters<typeof aListener>[2], owner = aProcess(10, { project })) {
  return makePortRow(aListener(5432, [owner], listener), new Map([[owner.key, owner]]));
}

test('belongs to the project of the process that holds it', () => {
  expect(row({}).projectName).toBe('billing');
});

test('belongs to the compose service behind it, whoever passes the port on', () => {
  expect(row({ container }).projectName).toBe('shop/db');
  expect(row({ container: { ...container, composeProject: null } }).projectName).toBe('shop-db-1');
});

test('is found by the name of its container', () => {
  expect(row({ container }).searchText).toContain('shop/db');
});

test('names the container where its proxy may not be seen', () => {
  const listener = aListener(5432, [], { ownersHidden: true, socketUser: 'root', container });
  expect(hiddenOwnerText(listener, null)).toEqual({
    owner: 'Container shop-db-1',
    remedy: 'postgres:17',
  });
});
