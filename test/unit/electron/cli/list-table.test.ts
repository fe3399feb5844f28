import { expect, test } from 'vitest';
import { listTable } from '../../../../electron/cli/list-table.ts';
import { toListenerDocument } from '../../../../electron/cli/listener-document.ts';
import { paintFor } from '../../../../electron/cli/paint.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

test('shows the container behind a port in place of the project of its proxy', () => {
  const proxy = aProcess(10, { name: 'docker-proxy' });
  const listener = aListener(5432, [proxy], {
    container: {
      id: '4f',
      name: 'shop-db-1',
      image: 'postgres:17',
      composeProject: null,
      composeService: null,
    },
  });
  const document = toListenerDocument(listener, new Map([[proxy.key, proxy]]));
  const text = listTable([document], {
    width: null,
    paint: paintFor(false),
    now: Date.parse(proxy.startTime),
  });
  expect(text).toMatch(/docker-proxy\s+10\s+maya\s+shop-db-1/);
});
