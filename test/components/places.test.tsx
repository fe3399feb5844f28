import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleMachine } from '../fakes/example-machine.ts';
import { FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

beforeEach(() => page.viewport(1240, 720));

async function show(options: FakeBerthOptions = {}) {
  const shown = await showApp({ ...exampleMachine(), ...options });
  await expect.element(page.getByText('Live', { exact: true })).toBeVisible();
  return shown;
}

const link = (name: string) => page.getByRole('link', { name, exact: true });
const asked = (berth: FakeBerth, name: string) => berth.asked.filter((one) => one.name === name);

test('goes from place to place with a click, a key, and Back', async () => {
  await show();
  await userEvent.click(link('History'));
  await expect.element(link('History')).toHaveAttribute('aria-current', 'page');
  expect(window.location.hash).toBe('#history');
  await userEvent.keyboard('5');
  await expect.element(link('Settings')).toHaveAttribute('aria-current', 'page');
  window.history.back();
  await expect.element(link('History')).toHaveAttribute('aria-current', 'page');
});

test('a port is not killed by a key where it is not on the screen', async () => {
  const { berth } = await show();
  await userEvent.click(page.getByRole('gridcell', { name: 'python3 60311' }));
  await userEvent.click(link('History'));
  await userEvent.keyboard('{Delete}r');
  await expect.element(page.getByRole('main')).toBeVisible();
  expect(asked(berth, 'ports.plan-kill')).toEqual([]);
  expect(asked(berth, 'ports.restart')).toEqual([]);
});

test('a search leads to the list from anywhere', async () => {
  await show();
  await userEvent.click(link('Folders'));
  await userEvent.keyboard('/');
  await userEvent.keyboard('python');
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await expect.element(page.getByRole('searchbox')).toHaveValue('python');
});

test.each([1240, 820, 480])('every place and button can be reached at %i px', async (width) => {
  await page.viewport(width, 720);
  await show({ host: { capabilities: ['settings', 'serve'] } });
  for (const name of ['Ports', 'Folders', 'Doctor', 'History', 'Settings']) {
    const box = link(name).element().getBoundingClientRect();
    expect(box.right, name).toBeLessThanOrEqual(width);
    expect(box.width * box.height, name).toBeGreaterThan(0);
  }
  const serve = page.getByRole('button', { name: 'Serve folder' });
  expect(serve.element().getBoundingClientRect().right).toBeLessThanOrEqual(width);
});

describe('what the shell asks for', () => {
  test('shows a port and asks whether to kill it', async () => {
    const { berth } = await show();
    berth.tellShell({ navigate: { place: 'ports', port: 62_893, ask: 'kill' } });
    await expect.element(page.getByRole('dialog', { name: /62893/ })).toBeVisible();
    expect(asked(berth, 'ports.kill')).toEqual([]);
  });

  test('says so when nothing listens there any more', async () => {
    const { berth } = await show();
    berth.tellShell({ navigate: { place: 'ports', port: 4999 } });
    await expect.element(page.getByRole('heading', { name: 'Nothing listens on 4999' })).toBeVisible();
  });

  test('shows a place, and a message about what could not be served', async () => {
    const { berth } = await show();
    berth.tellShell({ navigate: { place: 'folders', message: 'a.txt is a file.' } });
    await expect.element(link('Folders')).toHaveAttribute('aria-current', 'page');
    await expect
      .element(page.getByRole('region', { name: 'Served folders' }))
      .toHaveTextContent('a.txt is a file.');
  });

  test('runs a command of a native menu', async () => {
    const { berth } = await show();
    berth.tellShell({ runCommand: 'go-to-doctor' });
    await expect.element(link('Doctor')).toHaveAttribute('aria-current', 'page');
  });
});

test('says in every place that Berth cannot be reached, and goes on once it can', async () => {
  const berth = new FakeBerth(exampleMachine());
  berth.goAway();
  await showApp(berth);
  await userEvent.click(link('History'));
  await expect.element(page.getByRole('heading', { name: 'Berth cannot be reached' })).toBeVisible();
  berth.comeBack();
  await userEvent.click(page.getByRole('button', { name: 'Try now' }));
  await expect.element(page.getByRole('heading', { name: 'No history yet' })).toBeVisible();
});

describe('the first start', () => {
  test('shows three hints, which one key puts away for good', async () => {
    const { berth } = await show({ settings: { welcomed: false } });
    const welcome = page.getByRole('dialog', { name: 'Welcome to Berth' });
    await expect.element(welcome.getByRole('button', { name: 'Show my ports' })).toHaveFocus();
    expect(welcome.element().querySelectorAll('li')).toHaveLength(3);
    await userEvent.keyboard('{Escape}');
    await expect.element(welcome).not.toBeInTheDocument();
    expect(asked(berth, 'settings.change')).toEqual([
      { name: 'settings.change', arguments: { welcomed: true } },
    ]);
  });

  test('does not come where it could not be put away for good', async () => {
    await show({ settings: { welcomed: false }, host: { capabilities: ['kill'] } });
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

test('lists every key in the overview', async () => {
  await show();
  await userEvent.keyboard('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const title of ['Go to Folders', 'Go to Settings', 'Serve a folder', 'Undo the last kill']) {
    await expect.element(keys).toHaveTextContent(title);
  }
});
