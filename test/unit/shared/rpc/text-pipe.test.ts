import { expect, test } from 'vitest';
import { createTextPipe } from '../../../../shared/rpc/text-pipe.ts';

function recorded() {
  const sent: string[] = [];
  const { pipe, receiveText } = createTextPipe({
    send: (text) => void sent.push(text),
    close: () => undefined,
  });
  const heard: unknown[] = [];
  pipe.onMessage((message) => void heard.push(message));
  return { pipe, receiveText, sent, heard };
}

test('sends JSON and hands in what JSON says', () => {
  const { pipe, receiveText, sent, heard } = recorded();
  pipe.send({ a: [1, null] });
  receiveText('{"b":2}');
  receiveText('null');
  expect(sent).toEqual(['{"a":[1,null]}']);
  expect(heard).toEqual([{ b: 2 }, null]);
});

test.each(['', 'hello', '{', '{"a":1}x', 'undefined'])(
  'answers %j, which is no JSON, and hands in nothing',
  (text) => {
    const { receiveText, sent, heard } = recorded();
    receiveText(text);
    expect(heard).toEqual([]);
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({
      type: 'failure',
      id: null,
      failure: { code: 'malformed' },
    });
  },
);
