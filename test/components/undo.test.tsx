import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { asked, killed, python, restarted, rowOf, showMachine, undoFor } from './kill-machine.tsx';

beforeEach(() => page.viewport(1240, 720));

type Handlers = Parameters<typeof showMachine>[0];

async function killPython(undo: Handlers['ports.undo-kill'], seconds = 15) {
  const handlers: Handlers = {
    'ports.kill': async () => succeed({ results: [killed(62_893, { undo: undoFor(seconds) })] }),
  };
  const shown = await showMachine(undo ? { ...handlers, 'ports.undo-kill': undo } : handlers);
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('{Delete}');
  return shown;
}

const toast = () => page.getByRole('region', { name: 'Undo' });

test('offers to undo a kill for as long as it can, and says that the port is back', async () => {
  const { berth } = await killPython(async () => succeed({ results: [restarted()] }));
  await expect.element(toast()).toHaveTextContent(/Ended python3 on 62893\.\s*Undo\s*1[0-5] s/);
  await userEvent.click(toast().getByRole('button', { name: 'Undo' }));
  await expect.element(toast()).toHaveTextContent('Back on 62893 after 0.8 s.');
  expect(asked(berth, 'ports.undo-kill')).toEqual([{ id: 'undo-1' }]);
});

test('is undone with u', async () => {
  const { berth } = await killPython(() => new Promise(() => {}));
  await expect.element(toast()).toHaveTextContent('Undo');
  await userEvent.keyboard('u');
  await expect.element(toast()).toHaveTextContent('Starting it again…');
  await userEvent.keyboard('u');
  expect(asked(berth, 'ports.undo-kill')).toEqual([{ id: 'undo-1' }]);
});

test('is reached by keyboard', async () => {
  await killPython(async () => succeed({ results: [restarted()] }));
  await expect.element(toast()).toHaveTextContent('Undo');
  await userEvent.keyboard('{F6}{Tab}{Tab}');
  await expect.element(toast().getByRole('button', { name: 'Undo' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(toast()).toHaveTextContent('Back on 62893 after 0.8 s.');
});

test('keeps saying why it did not come back, with the last it printed', async () => {
  await killPython(async () =>
    succeed({
      results: [
        restarted({
          outcome: 'exited',
          exitCode: 1,
          lastLines: ['Traceback', '<script>alert(1)</script>'],
          message: 'python3 ended with exit code 1 before it listened.',
        }),
      ],
    }),
  );
  await userEvent.click(toast().getByRole('button', { name: 'Undo' }));
  await expect.element(toast()).toHaveTextContent('python3 ended with exit code 1 before it listened.');
  await expect.element(toast().getByRole('log')).toHaveTextContent('Traceback <script>alert(1)</script>');
  await userEvent.click(toast().getByRole('button', { name: 'Dismiss' }));
  await expect.element(toast()).not.toHaveTextContent('exit code');
});

test('says why an undo could not be asked for', async () => {
  await killPython(async () => fail('not-found', 'The time to undo this is over.'));
  await userEvent.click(toast().getByRole('button', { name: 'Undo' }));
  await expect.element(toast()).toHaveTextContent('The time to undo this is over.');
});

test('leaves when the time is over', async () => {
  await killPython(undefined, 1);
  await expect.element(toast()).toHaveTextContent('Ended python3');
  await expect.element(toast(), { timeout: 4000 }).not.toHaveTextContent('Ended python3');
});

test('stays while it is pointed at, and then says that it is too late', async () => {
  await killPython(undefined, 1);
  await userEvent.hover(toast().getByText('Ended python3 on 62893.'));
  await expect.element(toast(), { timeout: 4000 }).toHaveTextContent('The time for it is over.');
  await expect.element(toast().getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

test('offers nothing for a kill that cannot be taken back', async () => {
  await showMachine({ 'ports.kill': async () => succeed({ results: [killed(62_893)] }) });
  await userEvent.click(rowOf(python));
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => rowOf(python).textContent).toContain('Port 62893 is free.');
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});
