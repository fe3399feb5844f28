import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aHost, type FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

beforeEach(async () => {
  await page.viewport(1240, 720);
  delete document.documentElement.dataset.theme;
});

async function show(options: FakeBerthOptions = {}) {
  const shown = await showApp({ ...exampleMachine(), ...options });
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  await userEvent.keyboard('5');
  await expect.element(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  return shown;
}

const changes = (berth: FakeBerth) =>
  berth.asked.filter(({ name }) => name === 'settings.change').map((one) => one.arguments);

test('takes effect at once, shows the default, and goes back to it', async () => {
  const { berth } = await show();
  const group = page.getByRole('region', { name: 'Appearance' });
  await userEvent.click(group.getByRole('radio', { name: 'Dark' }));
  await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
  await expect.element(group).toHaveTextContent('Default: like the system');
  await userEvent.click(group.getByRole('button', { name: 'Reset “Theme” to like the system' }));
  await expect.poll(() => document.documentElement.dataset.theme).toBeUndefined();
  expect(changes(berth)).toEqual([{ theme: 'dark' }, { theme: 'system' }]);
});

test('refuses a number at its field and sends nothing', async () => {
  const { berth } = await show();
  const pace = page.getByRole('textbox', { name: 'Pause between two looks' });
  await userEvent.fill(pace, '10');
  await expect.element(pace).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('Not less than 250 ms: looking costs time, too.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(changes(berth)).toEqual([]);
  await userEvent.fill(pace, '2000');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => changes(berth)).toEqual([{ scanIntervalMs: 2000 }]);
});

test('edits a list as chips, and says what is wrong with an entry', async () => {
  const { berth } = await show({ settings: { hiddenPorts: [631] } });
  const group = page.getByRole('region', { name: 'Hidden rows' });
  const field = group.getByRole('textbox', { name: 'Ports to hide' });
  await userEvent.fill(field, '99999');
  await userEvent.keyboard('{Enter}');
  await expect.element(group.getByRole('alert')).toHaveTextContent('Ports go from 1 to 65535.');
  await userEvent.fill(field, '5353, 53');
  await userEvent.keyboard('{Enter}');
  await expect.element(group.getByRole('button', { name: 'Remove 5353' })).toBeVisible();
  await userEvent.click(group.getByRole('button', { name: 'Remove 631' }));
  await expect
    .poll(() => changes(berth))
    .toEqual([{ hiddenPorts: [631, 5353, 53] }, { hiddenPorts: [5353, 53] }]);
});

test('changes one option of new folders and leaves the others', async () => {
  const { berth } = await show();
  await userEvent.click(
    page.getByRole('region', { name: 'Folders' }).getByRole('switch', { name: 'Live reload' }),
  );
  await expect
    .poll(() => changes(berth))
    .toMatchObject([{ folderDefaults: { liveReload: true, listing: true, startAgain: true } }]);
});

test('says at the setting that it could not be kept', async () => {
  await show({ handlers: { 'settings.change': async () => fail('storage-full', 'The disk is full.') } });
  await userEvent.click(page.getByRole('switch', { name: 'Hide UDP' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  await expect.element(page.getByRole('switch', { name: 'Hide UDP' })).not.toBeChecked();
});

test('hears of what another window changed', async () => {
  const { app } = await show();
  await app.call('settings.change', { hideUdp: true });
  await expect.element(page.getByRole('switch', { name: 'Hide UDP' })).toBeChecked();
});

test('shows what Berth connected to', async () => {
  await show({
    handlers: {
      'probes.activity': async () =>
        succeed({
          connections: 1,
          bytesSent: 82,
          entries: [
            {
              at: new Date().toISOString(),
              trigger: 'doctor',
              address: '127.0.0.1',
              port: 5173,
              owner: 'node 42017',
              purpose: 'GET / HTTP/1.1',
              connections: 1,
              bytesSent: 82,
              bytesReceived: 412,
              result: 'HTTP 200',
            },
          ],
        }),
    },
  });
  await expect.element(page.getByText('1 connection and 82 B sent since it was started.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
  await expect
    .element(page.getByRole('list', { name: 'Connections, newest first' }))
    .toHaveTextContent('GET / HTTP/1.1, by the doctor: HTTP 200');
});

describe('what only a desktop can do', () => {
  const desktop = {
    capabilities: [
      ...aHost.capabilities,
      'notify' as const,
      'global-shortcut' as const,
      'start-at-login' as const,
      'tray' as const,
      'updates' as const,
    ],
  };

  test('is not there in a browser', async () => {
    await show();
    for (const name of ['Notifications', 'Desktop']) {
      await expect.element(page.getByRole('region', { name })).not.toBeInTheDocument();
    }
  });

  test('is there where the shell can', async () => {
    const { berth } = await show({ host: desktop });
    await userEvent.click(page.getByRole('switch', { name: 'Start at login' }));
    await expect.poll(() => changes(berth)).toEqual([{ startAtLogin: true }]);
    await expect.element(page.getByRole('switch', { name: 'Tell about watched ports' })).toBeVisible();
  });

  test('records a shortcut by pressing it', async () => {
    const { berth } = await show({ host: desktop });
    const recorder = page.getByRole('button', { name: /^Shortcut/ });
    await userEvent.click(recorder);
    await userEvent.keyboard('b');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Hold Ctrl, Alt or Command with it');
    await userEvent.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
    await expect.element(recorder).toHaveTextContent('Control+Shift+B');
    expect(changes(berth)).toEqual([{ globalShortcut: 'Control+Shift+B' }]);
  });
});

test('says which Berth it is and how it reads', async () => {
  await show();
  const about = page.getByRole('region', { name: 'About' });
  await expect.element(about).toHaveTextContent('Berth 0.1.0');
  await expect.element(about).toHaveTextContent('maya on workbench');
  await expect.element(about).toHaveTextContent('proc, last in 2.1 ms');
});
