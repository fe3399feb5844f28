import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleMachine } from '../fakes/example-machine.ts';
import { FakeBerth } from '../fakes/fake-berth.ts';
import { showApp } from './show-app.tsx';

beforeEach(async () => {
  await page.viewport(1240, 720);
  delete document.documentElement.dataset.theme;
});

test('says what is listening, what the network can reach, and what a scan costs', async () => {
  await showApp(exampleMachine());
  const footer = page.getByRole('contentinfo');
  await expect.element(footer).toHaveTextContent('Live');
  await expect.element(footer).toHaveTextContent('14 listening');
  await expect.element(footer).toHaveTextContent('5 reachable from the network');
  await expect.element(footer).toHaveTextContent('proc, scan 2.1 ms');
});

test('names the source and its error when reading fails', async () => {
  const { berth } = await showApp(exampleMachine());
  await expect.element(page.getByRole('grid')).toBeVisible();
  berth.setSource({ name: 'ss', state: 'failing', lastError: 'ss: not found' });
  await expect
    .element(page.getByRole('contentinfo'))
    .toHaveTextContent('Reading the ports with ss fails: ss: not found');
});

test('says why containers have no names, beside the status and at a port whose holder is hidden', async () => {
  const { berth } = await showApp(exampleMachine());
  await userEvent.click(page.getByText('python3'));
  const problem = 'Only root and members of the group docker may use /var/run/docker.sock.';
  berth.setSource({ containerProblems: [problem] });
  await expect
    .element(page.getByRole('contentinfo'))
    .toHaveTextContent(`Containers cannot be named. ${problem}`);
  const inspector = page.getByRole('complementary');
  await expect.element(inspector).not.toHaveTextContent(problem);
  await userEvent.click(document.querySelector('[data-listener="tcp/127.0.0.1/631"]') as HTMLElement);
  await expect
    .element(inspector)
    .toHaveTextContent(`A container may be behind it, but none can be named. ${problem}`);
});

test('keeps the old rows when the connection is lost, takes away what cannot be done, and recovers by itself', async () => {
  const { berth } = await showApp(exampleMachine());
  await userEvent.click(page.getByText('python3'));
  berth.goAway();
  await expect
    .element(page.getByRole('region', { name: 'Connection' }))
    .toHaveTextContent(/What you see is \d+ s old/);
  await expect.element(page.getByText('python3', { exact: true }).first()).toBeVisible();
  await expect
    .element(page.getByRole('complementary').getByRole('button', { name: /^Kill python3/ }))
    .toBeDisabled();
  berth.comeBack();
  await expect
    .element(page.getByRole('region', { name: 'Connection' }), { timeout: 6000 })
    .not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Connected again.');
  await expect
    .element(page.getByRole('complementary').getByRole('button', { name: /^Kill python3/ }))
    .toBeEnabled();
});

test('says what to do when Berth was never reached', async () => {
  const berth = new FakeBerth(exampleMachine());
  berth.goAway();
  await showApp(berth);
  await expect.element(page.getByRole('heading', { name: 'Berth cannot be reached' })).toBeVisible();
  berth.comeBack();
  await userEvent.click(page.getByRole('button', { name: 'Try now' }));
  await expect.element(page.getByRole('grid')).toBeVisible();
});

test('asks for a reload when the versions do not fit', async () => {
  await showApp(new FakeBerth({ protocol: 99 }));
  await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
});

test('changes the theme through the settings and puts it on the page', async () => {
  const { berth } = await showApp(exampleMachine());
  await userEvent.click(page.getByRole('button', { name: 'Theme: like the system' }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Dark' }));
  await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
  expect(berth.asked).toContainEqual({ name: 'settings.change', arguments: { theme: 'dark' } });
});

test('offers no theme where this shell keeps no settings', async () => {
  await showApp({ ...exampleMachine(), host: { capabilities: ['kill'] } });
  await expect.element(page.getByRole('grid')).toBeVisible();
  expect(document.querySelector('button[aria-label^="Theme"]')).toBeNull();
});

test('tells Berth that it is being looked at', async () => {
  const { berth } = await showApp(exampleMachine());
  await expect
    .poll(() => berth.asked)
    .toContainEqual({ name: 'window.attention', arguments: { visible: true } });
});

test('shows the keys and lets go of them again', async () => {
  await showApp(exampleMachine());
  await expect.element(page.getByRole('grid')).toBeVisible();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toHaveTextContent('Back out one step');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
