import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { aListener, aProcess } from '../fakes/rows.ts';
import { asked, machine, python, restarted, rowOf, showMachine } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

const inspector = () => page.getByRole('complementary');

test('restarts with the button of the row and says how long it took', async () => {
  const { berth } = await showMachine({
    'ports.restart': async () => succeed(restarted()),
  });
  await userEvent.hover(rowOf(python));
  await userEvent.click(page.getByRole('button', { name: 'Restart python3 on port 62893' }));
  await expect.poll(() => rowOf(python).textContent).toContain('Back on 62893 after 0.8 s.');
  await expect.element(page.getByRole('status')).toHaveTextContent('Back on 62893 after 0.8 s.');
  expect(asked(berth, 'ports.restart')).toMatchObject([
    { target: { port: 62_893, protocol: 'tcp', owners: [{ pid: 60_311 }] } },
  ]);
});

test('keeps the row and its sentence while the port changes hands', async () => {
  let answer: () => void = () => {};
  const { berth } = await showMachine({
    'ports.restart': () =>
      new Promise((resolve) => {
        answer = () => resolve(succeed(restarted()));
      }),
  });
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('r');
  await expect.poll(() => rowOf(python).textContent).toContain('Restarting…');
  berth.change({ removed: [python] });
  await expect.poll(() => rowOf(python).textContent).toContain('Ended. Starting it again…');
  const anew = aProcess(70_001, { name: 'python3' });
  berth.change({ listeners: [aListener(62_893, [anew])], processes: [anew] });
  answer();
  await expect.poll(() => rowOf(python).textContent).toContain('Back on 62893 after 0.8 s.');
  await expect.poll(() => rowOf(python).textContent).toContain('70001');
});

test('shows exit code and last lines as text, and keeps the row until it is dismissed', async () => {
  const { berth } = await showMachine({
    'ports.restart': async () =>
      succeed(
        restarted({
          outcome: 'exited',
          exitCode: 3,
          lastLines: ['<img src=x onerror=alert(1)>', 'OSError: no'],
          message: 'python3 ended with exit code 3 before it listened.',
        }),
      ),
  });
  await userEvent.click(rowOf(python));
  await userEvent.click(inspector().getByRole('button', { name: 'Restart python3 on port 62893' }));
  berth.change({ removed: [python] });
  await expect.element(inspector().getByText('Exit code 3', { exact: true })).toBeVisible();
  await expect
    .element(inspector().getByRole('log'))
    .toHaveTextContent('<img src=x onerror=alert(1)> OSError: no');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(rowOf(python).textContent).toContain('ended with exit code 3');
  await userEvent.click(inspector().getByRole('button', { name: 'Dismiss' }));
  await expect.poll(() => document.querySelector(`[data-listener="${python}"]`)).toBeNull();
});

test('says why it refuses', async () => {
  await showMachine({
    'ports.restart': async () =>
      succeed(restarted({ outcome: 'refused', process: null, message: 'Its environment cannot be read.' })),
  });
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('r');
  await expect.poll(() => rowOf(python).textContent).toContain('Its environment cannot be read.');
});

test('shows what a program printed that Berth started, and reads on', async () => {
  const lines = ['Serving HTTP'];
  const { berth } = await showMachine({
    'processes.output': async ({ pid }) => succeed({ pid, lines: [...lines], isCut: false }),
  });
  await userEvent.click(rowOf(python));
  const log = inspector().getByRole('log', { name: 'Output of python3' });
  await expect.element(log).toHaveTextContent('Serving HTTP');
  lines.push('GET / 200');
  await expect.element(log, { timeout: 4000 }).toHaveTextContent('GET / 200');
  const started = machine.processes.find(({ pid }) => pid === 60_311);
  expect(asked(berth, 'processes.output')[0]).toMatchObject({ pid: started?.pid });
});

test('has no output of a program that Berth did not start, and asks once', async () => {
  const { berth } = await showMachine({
    'processes.output': async () => fail('not-found', 'Berth did not start it.'),
  });
  await userEvent.click(rowOf(python));
  await expect.poll(() => asked(berth, 'processes.output').length).toBeGreaterThan(0);
  const before = asked(berth, 'processes.output').length;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(asked(berth, 'processes.output')).toHaveLength(before);
  await expect.element(inspector().getByRole('heading', { name: 'Output' })).not.toBeInTheDocument();
});
