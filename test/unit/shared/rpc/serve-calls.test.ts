import { expect, test } from 'vitest';
import { serveCalls } from '../../../../shared/rpc/serve-calls.ts';
import { createMemoryPipes } from '../../../fakes/memory-pipe.ts';
import { TestService } from '../../../fakes/test-service.ts';
import { connectRecorded } from '../../../helpers/recorded-client.ts';
import { until } from '../../../helpers/until.ts';

async function connected() {
  const pipes = createMemoryPipes();
  const service = new TestService();
  serveCalls(pipes.server, service);
  const recorded = connectRecorded(pipes.client);
  await until(() => recorded.welcomes.length === 1);
  return { ...pipes, service, recorded };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('while the other side is congested, numbered events wait for the full state and others are told', async () => {
  const { setCongested, service, recorded } = await connected();
  setCongested(true);
  service.change('one');
  service.say('aside');
  service.change('two');
  await settle();
  expect(recorded.events).toEqual([['remark', 'aside']]);
  expect(recorded.welcomes).toHaveLength(1);
});

test('once the other side keeps up, the full state follows by itself, once', async () => {
  const { setCongested, service, recorded } = await connected();
  setCongested(true);
  service.change('one');
  service.change('two');
  setCongested(false);
  await settle();
  expect(recorded.welcomes).toEqual([{ state: 'first' }, { state: 'two' }]);
  service.change('three');
  await settle();
  expect(recorded.events).toEqual([['changes', 'three']]);
});

test('nothing follows when nothing was left out', async () => {
  const { setCongested, recorded } = await connected();
  setCongested(true);
  setCongested(false);
  await settle();
  expect(recorded.welcomes).toHaveLength(1);
});

test('an event that comes before word of the drain brings the full state', async () => {
  const { server, client } = createMemoryPipes();
  let congested = false;
  Object.defineProperty(server, 'congested', { get: () => congested });
  const service = new TestService();
  serveCalls(server, service);
  const { welcomes } = connectRecorded(client);
  await until(() => welcomes.length === 1);
  congested = true;
  service.change('one');
  congested = false;
  service.change('two');
  await settle();
  expect(welcomes.at(-1)).toEqual({ state: 'two' });
});

test('an answer is sent however congested the other side is', async () => {
  const { setCongested, recorded } = await connected();
  setCongested(true);
  expect(await recorded.client.call('echo', { text: 'a' })).toMatchObject({ ok: true });
});

test('a second hello tells the full state again and no event twice', async () => {
  const { client, service, recorded } = await connected();
  client.send({ type: 'hello', protocol: 1 });
  await until(() => recorded.welcomes.length === 2);
  service.change('one');
  await settle();
  expect(recorded.events).toEqual([['changes', 'one']]);
});
