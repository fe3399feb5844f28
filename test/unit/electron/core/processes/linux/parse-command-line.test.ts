import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../../../../electron/core/processes/linux/parse-command-line.ts';

const parse = (text: string) => parseCommandLine(Buffer.from(text));

test('splits arguments at their ends', () => {
  expect(parse('node\0server.js\0--name=a b\0')).toEqual(['node', 'server.js', '--name=a b']);
});

test('keeps empty arguments', () => {
  expect(parse('prog\0\0x\0\0')).toEqual(['prog', '', 'x', '']);
});

test('keeps characters of other scripts and line ends', () => {
  expect(parse('café\0日本\0a\nb\0')).toEqual(['café', '日本', 'a\nb']);
});

test('answers nothing for a thread of the kernel', () => {
  expect(parse('')).toEqual([]);
});

test('takes a title that was written over the arguments as one word', () => {
  expect(parse('nginx: worker process\0\0\0\0\0\0')).toEqual(['nginx: worker process']);
  expect(parse('sshd: root@pts/0')).toEqual(['sshd: root@pts/0']);
});
