import { afterEach, expect, test, vi } from 'vitest';
import { createPortBridge } from '../../../../electron/preload/port-bridge.ts';

const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A real channel: the bridge has one end, the test is the main process at the other. */
function channel() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return { page: port1, main: port2 };
}

function listenTo(port: MessagePort): unknown[] {
  const received: unknown[] = [];
  port.addEventListener('message', ({ data }) => received.push(data));
  port.start();
  return received;
}

test('sends what was said before the port came, in order', async () => {
  const { bridge, connect } = createPortBridge();
  const { page, main } = channel();
  const received = listenTo(main);
  bridge.send({ n: 1 });
  bridge.send({ n: 2 });
  connect(page);
  bridge.send({ n: 3 });
  await vi.waitFor(() => expect(received).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]));
});

test('keeps messages for a listener that comes later', async () => {
  const { bridge, connect } = createPortBridge();
  const { page, main } = channel();
  connect(page);
  main.postMessage('early');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const received: unknown[] = [];
  bridge.onMessage((message) => received.push(message));
  main.postMessage('late');
  await vi.waitFor(() => expect(received).toEqual(['early', 'late']));
});

test('gives messages to a listener that was there before the port', async () => {
  const { bridge, connect } = createPortBridge();
  const { page, main } = channel();
  const received: unknown[] = [];
  bridge.onMessage((message) => received.push(message));
  connect(page);
  main.postMessage('hello');
  await vi.waitFor(() => expect(received).toEqual(['hello']));
});

test('says when the other side closes', async () => {
  const { bridge, connect } = createPortBridge();
  const { page, main } = channel();
  const onClose = vi.fn();
  bridge.onClose(onClose);
  bridge.onMessage(() => undefined);
  connect(page);
  main.close();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});
