import { expect, test } from 'vitest';
import { readSecondInstance } from '../../../../../electron/desktop/system/second-instance.ts';

test('takes what another start sent', () => {
  const sent = { folders: ['/code/site'], isHidden: true };
  expect(readSecondInstance(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', '/code/site'],
  ['folders that are no list', { folders: '/code/site' }],
  ['folders that are no paths', { folders: [1, null, '', {}] }],
])('%s is a plain start', (_what, data) => {
  expect(readSecondInstance(data)).toEqual({ folders: [], isHidden: false });
});
