import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import type { ServerMessage } from '../../shared/rpc/messages.ts';
import { expect, test } from './desktop.ts';
import { say } from './page-speech.ts';

const hello = { type: 'hello', protocol: protocolVersion };

function failureCodes(heard: readonly ServerMessage[]): readonly string[] {
  return heard.flatMap((message) => (message.type === 'failure' ? [message.failure.code] : []));
}

test('a page that is not ours gets no connection, though it has our preload', async ({ desktop }) => {
  const { app, page, control, messages } = desktop;
  const opened = app.waitForEvent('window');
  await control.openForeignPage('data:text/html,<title>stranger</title><p>hello</p>');
  const stranger = await opened;
  await expect(stranger.getByText('hello')).toBeVisible();

  expect(await say(stranger, [hello], 1000)).toEqual([]);
  await expect.poll(messages).toContain('a page that is not ours asked for a connection and was refused');
  expect((await say(page, [hello])).map(({ type }) => type)).toContain('welcome');
});

test('malformed messages and calls that do not exist are refused, and the connection goes on', async ({
  desktop: { page },
}) => {
  const nonsense = [
    null,
    7,
    'hello',
    [],
    {},
    { type: 'nonsense' },
    { type: 'call', id: 'one', name: 'ports.kill' },
  ];
  expect(failureCodes(await say(page, nonsense))).toEqual(nonsense.map(() => 'malformed'));
  const call = (id: number, name: string) => ({ type: 'call', id, name, arguments: {} });
  const names = ['constructor', '__proto__', 'toString', 'no-such-call'];
  const heard = await say(
    page,
    names.map((name, index) => call(1000 + index, name)),
  );
  expect(failureCodes(heard)).toEqual(names.map(() => 'unknown-call'));
  expect((await say(page, [hello])).map(({ type }) => type)).toContain('welcome');
});

test('arguments of the wrong shape end nothing', async ({ desktop: { page } }) => {
  const wrong = [{}, { targets: 'all' }, { targets: [{ port: -1 }] }, { targets: [], force: 'yes' }];
  const calls = wrong.map((args, index) => ({
    type: 'call',
    id: 2000 + index,
    name: 'ports.kill',
    arguments: args,
  }));
  expect(failureCodes(await say(page, calls))).toEqual(wrong.map(() => 'invalid-arguments'));
});
