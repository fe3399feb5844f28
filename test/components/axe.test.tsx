import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KillResult } from '../../shared/contract/kill.ts';
import { succeed } from '../../shared/rpc/failure.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { FakeBerth } from '../fakes/fake-berth.ts';
import { expectNoViolations } from './expect-no-violations.ts';
import { type ShownApp, showApp } from './show-app.tsx';

const survived: KillResult = {
  port: 62_893,
  outcome: 'survived',
  signals: ['SIGTERM'],
  waitedMs: 5000,
  processes: [],
  newOwner: null,
  supervisor: null,
  supervisorCommand: null,
  undo: null,
  message: 'python3 (60311) still holds 62893.',
};

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  beforeEach(() => page.viewport(1240, 720));

  const show = (more: ConstructorParameters<typeof FakeBerth>[0] = {}): Promise<ShownApp> =>
    showApp({ ...exampleMachine(), settings: { theme }, ...more });
  const inspect = async (port: number) => {
    await userEvent.click(page.getByRole('gridcell', { name: String(port) }).first());
    await expect.element(page.getByRole('complementary')).toBeVisible();
  };

  test('the list has no accessibility violations', async () => {
    await show();
    await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
    await expectNoViolations();
  });

  test('the inspector beside the list has none', async () => {
    await show();
    await inspect(3000);
    await expectNoViolations();
  });

  test('the inspector as a sheet has none', async () => {
    await page.viewport(480, 720);
    await show();
    await inspect(80);
    await expectNoViolations();
  });

  test('a kill that failed has none', async () => {
    await show({ handlers: { 'ports.kill': async () => succeed({ results: [survived] }) } });
    await inspect(62_893);
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByRole('gridcell', { name: survived.message })).toBeVisible();
    await expectNoViolations();
  });

  test('the question before a kill has none', async () => {
    await show();
    await inspect(80);
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations();
  });

  test('the list of keys has none', async () => {
    await show();
    await expect.element(page.getByRole('grid')).toBeVisible();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectNoViolations();
  });

  test('a search with marks has none', async () => {
    await show();
    await userEvent.fill(page.getByRole('searchbox'), 'no');
    await expect.element(page.getByText('no', { exact: true }).first()).toBeVisible();
    await expectNoViolations();
  });

  test('a lost connection over old rows has none', async () => {
    const { berth } = await show();
    await inspect(62_893);
    berth.goAway();
    await expect.element(page.getByText(/^Connection lost. What you see is/)).toBeVisible();
    await expectNoViolations();
  });

  test('an empty list has none', async () => {
    await show({ listeners: [] });
    await expect.element(page.getByRole('heading', { name: 'Nothing is listening' })).toBeVisible();
    await expectNoViolations();
  });

  test('a page of another version has none', async () => {
    document.documentElement.dataset.theme = theme;
    await showApp(new FakeBerth({ protocol: 99 }));
    await expect.element(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    await expectNoViolations();
  });
});
