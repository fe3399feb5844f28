import { beforeEach, expect, test } from 'vitest';
import { WindowMail } from '../../../../../electron/desktop/window/window-mail.ts';

let mail: WindowMail;
let read: unknown[];

beforeEach(() => {
  mail = new WindowMail();
  read = [];
});

const navigate = { kind: 'navigate', navigate: { place: 'doctor' } } as const;
const run = (id: string) => ({ kind: 'run-command', command: { id } }) as const;

test('a page that listens is told at once', () => {
  mail.onNavigate((to) => read.push(to));
  mail.send(navigate);
  expect(read).toEqual([{ place: 'doctor' }]);
});

test('what was said before the page was there waits for it, and is said once', () => {
  mail.send(navigate);
  mail.send(run('show-keys'));
  mail.onNavigate((to) => read.push(to));
  mail.onRunCommand((command) => read.push(command));
  mail.onNavigate((to) => read.push(to));
  expect(read).toEqual([{ place: 'doctor' }, { id: 'show-keys' }]);
});

test('only the latest wishes wait', () => {
  for (let at = 0; at < 9; at += 1) mail.send(run(`c${at}`));
  mail.onRunCommand(({ id }) => read.push(id));
  expect(read).toEqual(['c4', 'c5', 'c6', 'c7', 'c8']);
});

test('after a page was loaded again the new one is told, also when the old one leaves late', () => {
  const leave = mail.onNavigate(() => read.push('old'));
  mail.onNavigate(() => read.push('new'));
  leave();
  mail.send(navigate);
  expect(read).toEqual(['new']);
});

test('nobody is told after leaving', () => {
  const leave = mail.onNavigate((to) => read.push(to));
  leave();
  mail.send(navigate);
  expect(read).toEqual([]);
});
