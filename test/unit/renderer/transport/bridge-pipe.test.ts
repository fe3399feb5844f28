import { expect, test } from 'vitest';
import { type Bridge, openBridgePipe } from '../../../../renderer/transport/bridge-pipe.ts';

function aBridge() {
  const sent: unknown[] = [];
  let deliver: (message: unknown) => void = () => {};
  let end: () => void = () => {};
  const bridge: Bridge = {
    send: (message) => sent.push(message),
    onMessage: (listener) => {
      deliver = listener;
    },
    onClose: (listener) => {
      end = listener;
    },
  };
  return { bridge, sent, deliver: (message: unknown) => deliver(message), end: () => end() };
}

test('carries messages both ways', () => {
  const { bridge, sent, deliver } = aBridge();
  const pipe = openBridgePipe(bridge);
  const received: unknown[] = [];
  deliver({ n: 1 });
  pipe.onMessage((message) => received.push(message));
  deliver({ n: 2 });
  pipe.send({ n: 3 });
  expect(received).toEqual([{ n: 1 }, { n: 2 }]);
  expect(sent).toEqual([{ n: 3 }]);
});

test('closes when the desktop says that it ends', () => {
  const { bridge, sent, end } = aBridge();
  const pipe = openBridgePipe(bridge);
  const reasons: string[] = [];
  pipe.onClose((reason) => reasons.push(reason));
  end();
  pipe.send('too late');
  expect(reasons).toEqual(['Berth has ended.']);
  expect(sent).toEqual([]);
});
