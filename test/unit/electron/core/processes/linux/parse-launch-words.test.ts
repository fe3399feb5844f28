import { describe, expect, test } from 'vitest';
import {
  parseArguments,
  parseEnvironment,
} from '../../../../../../electron/core/processes/linux/parse-launch-words.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const node = bytes('/usr/bin/node');
const words = (text: string, executable = node) =>
  parseArguments(bytes(text), executable)?.map((word) => word.toString('latin1')) ?? null;

describe('parseArguments', () => {
  test('keeps empty arguments, newlines and bytes that are no text', () => {
    expect(words('node\0\0a\nb\0\xff\xfe\0\0')).toEqual(['node', '', 'a\nb', '\xff\xfe', '']);
  });

  test.each([
    ['nginx: master process\0\0\0\0\0', 'followed by nothing but NULs'],
    ['node: pool worker', 'without a last NUL'],
    ['next-server (v15.1.0)\0', 'that is not the name of the executable'],
    ['', 'of which nothing is left'],
    ['\0\0', 'that is empty'],
  ])('gives up on a title %j, %s', (content) => {
    expect(words(content)).toBeNull();
  });

  test.each([
    ['python3\0', '/usr/bin/python3.11'],
    ['./server\0', '/srv/server'],
    ['-bash\0', '/usr/bin/bash'],
    ['/opt/app/server-1.2\0', '/opt/app/server-1.2'],
  ])('takes a single word %j for the name of %s', (content, executable) => {
    expect(words(content, bytes(executable))).toHaveLength(1);
  });
});

describe('parseEnvironment', () => {
  const entries = (text: string) =>
    parseEnvironment(bytes(text))?.map((entry) => entry.toString('latin1')) ?? null;

  test('keeps order, doubles, odd names and bytes that are no text', () => {
    const content = 'B=2\0A=\0B=3\0x%%=() {\n}\0R=\xff\0';
    expect(entries(content)).toEqual(['B=2', 'A=', 'B=3', 'x%%=() {\n}', 'R=\xff']);
  });

  test('is empty for a program that was given none', () => {
    expect(entries('')).toEqual([]);
  });

  test.each(['rest of a title\0A=1\0', '\0\0A=1\0', 'A=1\0B=', '=x\0'])(
    'gives up on %j, which was written over',
    (content) => {
      expect(entries(content)).toBeNull();
    },
  );
});
