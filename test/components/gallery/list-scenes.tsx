import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { patchSlice } from '../../../renderer/store/app-store.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import { fail } from '../../../shared/rpc/failure.ts';
import type { Pipe } from '../../../shared/rpc/pipe.ts';
import { FakeBerth } from '../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../fakes/rows.ts';
import { killScenes } from '../kill-scenes.tsx';
import { showApp } from '../show-app.tsx';
import { probedMachine, python } from './probed-machine.ts';
import type { Scene, Theme } from './scene.ts';
import { showList, showView } from './show-scene.tsx';

const kills = [
  'a plan with children',
  'a kill under way',
  'a kill that is denied',
  'several ports picked',
  'an offer to undo',
] as const;

export const listScenes: readonly Scene[] = [
  { name: 'list', show: showList },
  { name: 'list-probed', show: (theme) => showView(theme, { selectedId: python }, probedMachine()) },
  { name: 'list-by-project', show: (theme) => grouped(theme, 'project') },
  { name: 'list-by-process', show: (theme) => grouped(theme, 'process') },
  { name: 'list-by-reach', show: (theme) => grouped(theme, 'reach') },
  {
    name: 'list-collapsed',
    show: (theme) =>
      showView(theme, {
        grouping: 'project',
        collapsed: new Set(['group/project/storefront', 'group/project/']),
        selectedId: 'group/project/storefront',
      }),
  },
  { name: 'list-by-process-sorted-back', show: sortedBack },
  { name: 'list-dev-servers', show: (theme) => showView(theme, { filter: 'dev-server' }) },
  { name: 'list-search', show: (theme) => search(theme, 'no') },
  { name: 'list-search-elsewhere', show: (theme) => search(theme, 'jdwp') },
  { name: 'list-search-command', show: (theme) => search(theme, 'storefront') },
  { name: 'list-no-results', show: (theme) => search(theme, 'project:nowhere') },
  { name: 'list-no-port', show: (theme) => search(theme, ':4444') },
  { name: 'list-unknown-word', show: (theme) => search(theme, 'is:quick') },
  {
    name: 'list-no-results-in-filter',
    show: (theme) => showView(theme, { filter: 'database', search: 'node' }),
  },
  {
    name: 'list-hidden-by-settings',
    show: (theme) => showView(theme, {}, { settings: { hideUdp: true, hiddenNames: ['nginx'] } }),
  },
  { name: 'list-empty', show: (theme) => showApp({ settings: { theme } }) },
  { name: 'list-loading', show: loading },
  { name: 'list-new-changed-closed', show: marked },
  { name: 'list-connection-lost', show: lost },
  { name: 'list-source-failing', show: failing },
  { name: 'list-action-failed', show: refused },
  { name: 'list-10000-rows', show: many },
  { name: 'list-long-names', show: long },
  ...kills.map((name) => ({
    name: `list-${name.replaceAll(' ', '-')}`,
    show: async (theme: Theme) => killScenes[name]?.(theme),
  })),
];

function grouped(theme: Theme, grouping: 'project' | 'process' | 'reach') {
  return showView(theme, { grouping, selectedId: python });
}

function sortedBack(theme: Theme) {
  return showView(theme, { sort: { column: 'answers', descending: true } });
}

async function search(theme: Theme, text: string) {
  await showList(theme);
  await userEvent.fill(page.getByRole('searchbox'), text);
}

async function loading(theme: Theme) {
  const berth = new FakeBerth();
  const { app } = await showApp(Object.assign(berth, { open: () => neverAnswers }));
  patchSlice(app.store, 'connection', { settings: { ...defaultSettings, theme } });
  await expect.element(page.getByText('Connecting')).toBeVisible();
}

const neverAnswers: Pipe = {
  send: () => {},
  onMessage: () => {},
  onClose: () => {},
  close: () => {},
  congested: false,
  onDrain: () => {},
};

async function marked(theme: Theme) {
  const { berth } = await showList(theme);
  const deno = aProcess(999, { name: 'deno', command: ['deno', 'task', 'dev'] });
  berth.change({ listeners: [aListener(4000, [deno]), aListener(5432, [deno])], processes: [deno] });
  berth.change({ removed: [python] });
  await expect.element(page.getByText('4000')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 400));
}

async function lost(theme: Theme) {
  const { berth } = await showList(theme);
  await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
  berth.goAway();
  await expect.element(page.getByText(/^Connection lost. What you see is/)).toBeVisible();
}

async function failing(theme: Theme) {
  const { berth } = await showList(theme);
  const lastError = 'ss ended with exit code 1: Cannot open netlink socket: Protocol not supported';
  berth.setSource({ name: 'ss', state: 'failing', lastError });
  await expect.element(page.getByText(/Reading the ports with ss fails/)).toBeVisible();
}

async function refused(theme: Theme) {
  await showView(
    theme,
    { selectedId: python },
    {
      handlers: {
        'ports.plan-kill': async () => fail('internal', 'Berth could not look at the process: EIO.'),
      },
    },
  );
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByRole('gridcell', { name: /EIO/ })).toBeVisible();
}

function many(theme: Theme) {
  const owners = Array.from({ length: 50 }, (_, index) =>
    aProcess(1000 + index, { name: index % 3 === 0 ? 'python3' : 'node' }),
  );
  const listeners = Array.from({ length: 10_000 }, (_, index) =>
    aListener(1000 + index, owners.slice(index % 50, (index % 50) + 1)),
  );
  return showList(theme, { listeners, processes: owners });
}

function long(theme: Theme) {
  const owner = aProcess(4_194_303, {
    name: 'a-language-server-with-a-very-long-name',
    command: ['/opt/a-language-server-with-a-very-long-name', '--stdio'],
    project: {
      name: '@very-long-organisation/very-long-package-name',
      root: '/home/maya/code/very-long',
      manifest: 'package.json',
      branch: 'feature/a-branch-with-a-long-name',
    },
  });
  return showList(theme, {
    processes: [owner],
    listeners: [
      aListener(49_151, [owner], {
        address: 'fe80::a00:27ff:fe4e:66a1%enp0s3',
        reach: 'network',
        label: 'the gateway of the whole company, really',
        serviceName: 'a-registered-service',
      }),
      aListener(631, [], { ownersHidden: true, socketUser: 'a-user-with-a-name-of-some-length' }),
    ],
  });
}
