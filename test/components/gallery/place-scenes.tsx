import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { goTo } from '../../../renderer/store/go-to.ts';
import type { Place } from '../../../shared/contract/navigation.ts';
import { succeed } from '../../../shared/rpc/failure.ts';
import { aDiagnosis, aShrug } from '../../fakes/a-diagnosis.ts';
import { aFolder } from '../../fakes/a-folder.ts';
import type { FakeBerthOptions } from '../../fakes/fake-berth.ts';
import { dragOver } from '../drop.ts';
import { type ShownApp, showApp } from '../show-app.tsx';
import { desktopMachine, placeMachine, someFolders } from './place-machine.ts';
import type { Scene, Theme } from './scene.ts';

export const placeScenes: readonly Scene[] = [
  { name: 'folders', show: (theme) => place(theme, 'folders', placeMachine({ folders: someFolders() })) },
  { name: 'folders-empty', show: (theme) => place(theme, 'folders', desktopMachine()) },
  { name: 'folders-options', show: (theme) => openPart(theme, 'Options') },
  { name: 'folders-log', show: (theme) => openPart(theme, 'Requests') },
  { name: 'folders-qr', show: qrCode },
  { name: 'folders-network-question', show: networkQuestion },
  { name: 'folders-lost', show: lost },
  { name: 'serve-path', show: pathDialog },
  { name: 'serve-refused', show: refused },
  { name: 'serve-dangerous', show: dangerous },
  { name: 'served', show: served },
  { name: 'drop', show: drop },
  { name: 'doctor-empty', show: (theme) => place(theme, 'doctor', placeMachine()) },
  { name: 'doctor', show: (theme) => diagnosed(theme) },
  { name: 'doctor-looking', show: looking },
  { name: 'doctor-nonsense', show: nonsense },
  { name: 'doctor-notes', show: notes },
  { name: 'history', show: history },
  { name: 'history-empty', show: emptyHistory },
  { name: 'settings', show: (theme) => place(theme, 'settings', placeMachine({ settings: changed })) },
  { name: 'settings-desktop', show: desktopSettings },
  { name: 'settings-activity', show: activity },
  { name: 'welcome', show: (theme) => showApp(placeMachine({ settings: { theme, welcomed: false } })) },
];

const changed = {
  scanIntervalMs: 2000,
  hiddenNames: ['cupsd', 'systemd-resolved'],
  watchedPorts: [62_893, 3000],
};

async function place(theme: Theme, to: Place, options: FakeBerthOptions): Promise<ShownApp> {
  const shown = await showApp({ ...options, settings: { theme, ...options.settings } });
  await expect.element(page.getByText('Live', { exact: true })).toBeVisible();
  goTo(shown.app.store, to);
  await expect.element(page.getByRole('main')).toBeVisible();
  return shown;
}

async function openPart(theme: Theme, part: string) {
  await place(theme, 'folders', placeMachine({ folders: someFolders() }));
  await userEvent.click(
    page.getByRole('article', { name: 'Folder dist' }).getByRole('button', { name: part }),
  );
}

async function qrCode(theme: Theme) {
  await place(theme, 'folders', placeMachine({ folders: someFolders() }));
  await userEvent.click(page.getByRole('button', { name: 'QR code of http://192.168.1.5:62894/' }));
}

async function networkQuestion(theme: Theme) {
  await openPart(theme, 'Options');
  await userEvent.click(page.getByRole('switch', { name: 'Network' }));
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

async function lost(theme: Theme) {
  const { berth } = await place(theme, 'folders', placeMachine({ folders: someFolders() }));
  await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
  berth.goAway();
  await expect.element(page.getByText(/^Connection lost. What you see is/)).toBeVisible();
}

async function pathDialog(theme: Theme) {
  await place(theme, 'ports', placeMachine());
  await userEvent.keyboard('s');
  await expect.element(page.getByRole('option', { name: '~/code' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
}

async function refused(theme: Theme) {
  await place(
    theme,
    'ports',
    placeMachine({
      handlers: {
        'folders.serve': async ({ path }) =>
          succeed({
            outcome: 'refused',
            reason: 'not-a-folder',
            message: `${path} is a file. Berth serves folders: serve /home/maya/site instead?`,
            offer: '/home/maya/site',
          }),
      },
    }),
  );
  await userEvent.keyboard('s');
  await userEvent.fill(page.getByRole('combobox'), '/home/maya/site/index.html');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toBeVisible();
}

async function dangerous(theme: Theme) {
  const message =
    '/home/maya is your home folder, with keys and settings of many programs. Serve it only if every program on this machine may read it.';
  await place(
    theme,
    'ports',
    placeMachine({
      handlers: {
        'folders.serve': async () =>
          succeed({ outcome: 'refused', reason: 'dangerous', message, offer: null }),
      },
    }),
  );
  await userEvent.keyboard('s');
  await userEvent.fill(page.getByRole('combobox'), '/home/maya');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Serve it anyway' })).toBeVisible();
}

async function served(theme: Theme) {
  await place(
    theme,
    'ports',
    placeMachine({
      handlers: { 'folders.serve': async () => succeed({ outcome: 'serving', folder: aFolder('dist') }) },
    }),
  );
  await userEvent.keyboard('s');
  await userEvent.fill(page.getByRole('combobox'), '/home/maya/site/dist');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
}

async function drop(theme: Theme) {
  await place(theme, 'ports', desktopMachine());
  dragOver();
  await expect.element(page.getByText('127.0.0.1:62893', { exact: true })).toBeVisible();
}

async function diagnosed(theme: Theme, diagnosis = aDiagnosis()) {
  await place(
    theme,
    'doctor',
    placeMachine({ handlers: { 'doctor.diagnose': async () => succeed(diagnosis) } }),
  );
  await userEvent.fill(
    page.getByRole('textbox', { name: 'Port, address or error' }),
    "Disconnected from the target VM, address: '127.0.0.1:62893', transport: 'socket'",
  );
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
}

async function looking(theme: Theme) {
  await place(
    theme,
    'doctor',
    placeMachine({ handlers: { 'doctor.diagnose': () => new Promise(() => {}) } }),
  );
  await userEvent.fill(page.getByRole('textbox', { name: 'Port, address or error' }), ':3000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Looking…')).toBeVisible();
}

async function nonsense(theme: Theme) {
  await diagnosed(theme, aShrug());
}

async function notes(theme: Theme) {
  await diagnosed(
    theme,
    aDiagnosis({
      severity: 'problem',
      headline: 'AirPlay holds port 5000',
      explanation: 'macOS keeps 5000 and 7000 for AirPlay. Turn that off, or use another port.',
      fixes: [
        {
          kind: 'open-system-settings',
          label: 'Copy the way there',
          page: 'airplay',
          path: 'System Settings › General › AirDrop & Handoff › AirPlay Receiver',
        },
        {
          kind: 'copy-command',
          label: 'Copy the command',
          command: 'sudo setcap cap_net_bind_service=+ep "$(command -v node)"',
          note: 'Lets node bind ports below 1024 from now on. It asks for your password.',
        },
        { kind: 'serve', label: 'Serve a folder on 5001', port: 5001 },
      ],
    }),
  );
}

async function history(theme: Theme) {
  await place(theme, 'history', placeMachine());
  await expect.element(page.getByText('killed by Berth')).toBeVisible();
}

async function emptyHistory(theme: Theme) {
  const nothing = async () => succeed({ spans: [], cutOff: false, watched: [] });
  await place(theme, 'history', placeMachine({ handlers: { 'history.read': nothing } }));
  await expect.element(page.getByText('No history yet')).toBeVisible();
}

async function desktopSettings(theme: Theme) {
  await place(theme, 'settings', desktopMachine({ settings: { globalShortcut: 'Control+Shift+B' } }));
  page.getByRole('heading', { name: 'Desktop' }).element().scrollIntoView();
}

async function activity(theme: Theme) {
  const entry = {
    at: new Date().toISOString(),
    trigger: 'automatic' as const,
    address: '127.0.0.1',
    port: 5173,
    owner: 'node 42017',
    purpose: 'GET / HTTP/1.1',
    connections: 1,
    bytesSent: 82,
    bytesReceived: 412,
    result: 'HTTP 200, Vite dev server',
  };
  await place(
    theme,
    'settings',
    placeMachine({
      handlers: {
        'probes.activity': async () =>
          succeed({
            connections: 2,
            bytesSent: 164,
            entries: [entry, { ...entry, port: 62_893, trigger: 'doctor', result: 'no reply in 1.5 s' }],
          }),
      },
    }),
  );
  await userEvent.click(page.getByRole('button', { name: 'Show', exact: true }));
  page.getByText('What Berth connected to').element().scrollIntoView({ block: 'center' });
}
