import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ServeResult } from '../../shared/contract/folders.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { aFolder, aRequest } from '../fakes/a-folder.ts';
import { exampleMachine } from '../fakes/example-machine.ts';
import { aHost, type FakeBerth, type FakeBerthOptions } from '../fakes/fake-berth.ts';
import { asFolders, dragOver, dropOn, withFile } from './drop.ts';
import { showApp } from './show-app.tsx';

const serves = { capabilities: [...aHost.capabilities, 'serve' as const] };
const desktop = { capabilities: [...serves.capabilities, 'choose-folder' as const, 'drop-folders' as const] };

beforeEach(async () => {
  await page.viewport(1240, 720);
  vi.spyOn(window, 'open').mockReturnValue(null);
});

async function show(options: FakeBerthOptions = {}, pathOf?: (file: File) => string) {
  const shown = await showApp({ ...exampleMachine(), host: serves, ...options }, pathOf);
  await expect.element(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  return shown;
}

const asked = (berth: FakeBerth, name: string) =>
  berth.asked.filter((one) => one.name === name).map((one) => one.arguments);
const serving = (name: string): ServeResult => ({ outcome: 'serving', folder: aFolder(name) });
const refusing = (change: Partial<Extract<ServeResult, { outcome: 'refused' }>>): ServeResult => ({
  outcome: 'refused',
  reason: 'missing',
  message: 'There is no folder /x.',
  offer: null,
  ...change,
});
const dialog = () => page.getByRole('dialog');
const path = () => page.getByRole('combobox', { name: 'Path of the folder' });

describe('the place', () => {
  const go = async (options: FakeBerthOptions) => {
    const shown = await show(options);
    await userEvent.keyboard('2');
    return shown;
  };

  test('says what can be done when there is no folder yet', async () => {
    await go({});
    await expect.element(page.getByRole('heading', { name: 'Serve a folder' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Choose a folder' }));
    await expect.element(path()).toHaveFocus();
  });

  test('shows address, requests, bytes and the last request, and keeps up with them', async () => {
    const { berth } = await go({ folders: [aFolder('dist')] });
    const card = page.getByRole('article', { name: 'Folder dist' });
    await expect.element(card).toHaveTextContent('Nobody has asked for anything yet');
    await expect.element(card.getByRole('link', { name: '127.0.0.1:62893' })).toBeVisible();
    berth.setFolders([
      aFolder('dist', { requests: 214, bytes: 3_204_000, lastRequestAt: new Date().toISOString() }),
    ]);
    await expect.element(card).toHaveTextContent('214 requests3.2 MBlast just now');
  });

  test('says why a folder failed, and tries it again', async () => {
    const failed = aFolder('dist', { state: 'failed', urls: [], message: 'The folder is gone.' });
    const { berth } = await go({
      folders: [failed],
      handlers: { 'folders.start': async () => succeed(serving('dist')) },
    });
    await expect.element(page.getByText('The folder is gone.')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Serve dist' }));
    await expect.element(page.getByRole('button', { name: 'Stop serving dist' })).toBeVisible();
    expect(asked(berth, 'folders.start')).toEqual([{ id: 'dist' }]);
  });

  test('stops a folder, and says so when that fails', async () => {
    await go({
      folders: [aFolder('dist')],
      handlers: { 'folders.stop': async () => fail('internal', 'It would not stop.') },
    });
    await userEvent.click(page.getByRole('button', { name: 'Stop serving dist' }));
    await expect.element(page.getByRole('article').getByText('It would not stop.')).toBeVisible();
  });

  test('changes an option at once', async () => {
    const change = vi.fn(async () =>
      succeed(aFolder('dist', { options: { ...aFolder('dist').options, spa: true } })),
    );
    await go({ folders: [aFolder('dist')], handlers: { 'folders.change': change } });
    await userEvent.click(page.getByRole('button', { name: 'Options' }));
    await userEvent.click(page.getByRole('switch', { name: 'Single-page app' }));
    await expect.element(page.getByRole('switch', { name: 'Single-page app' })).toBeChecked();
    expect(change).toHaveBeenCalledWith({ id: 'dist', options: { spa: true } }, expect.anything());
  });

  test('lets the network in only after its warning, with the way out first', async () => {
    const { berth } = await go({
      folders: [aFolder('dist')],
      handlers: { 'folders.change': async () => succeed(aFolder('dist')) },
    });
    await userEvent.click(page.getByRole('button', { name: 'Options' }));
    await userEvent.click(page.getByRole('switch', { name: 'Network' }));
    await expect.element(dialog()).toHaveTextContent('/home/maya/site/dist');
    await expect.element(dialog()).toHaveTextContent('after two hours');
    await expect.element(dialog().getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(asked(berth, 'folders.change')).toEqual([]);
    await userEvent.click(page.getByRole('switch', { name: 'Network' }));
    await userEvent.click(dialog().getByRole('button', { name: 'Let the network in' }));
    await expect
      .poll(() => asked(berth, 'folders.change'))
      .toEqual([{ id: 'dist', options: { network: true } }]);
  });

  test('shows where the network finds it, until when, and a QR code of that', async () => {
    await go({
      folders: [
        aFolder('dist', {
          options: { ...aFolder('dist').options, network: true },
          networkUrls: ['http://192.168.1.5:62893/'],
          networkUntil: new Date(Date.now() + 6_600_000).toISOString(),
        }),
      ],
    });
    await expect.element(page.getByText(/It turns itself off in 1 h \d+ min/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^QR code of/ }));
    await expect
      .element(page.getByRole('img', { name: 'QR code of http://192.168.1.5:62893/' }))
      .toBeVisible();
  });

  test('shows requests as they come in, each once', async () => {
    let count = 1;
    await go({
      folders: [aFolder('dist')],
      handlers: {
        'folders.log': async ({ after }) => {
          const entries = Array.from({ length: count }, (_, index) =>
            aRequest(index + 1, `/page-${index + 1}`),
          );
          return succeed({ entries: entries.filter(({ number }) => number > after) });
        },
      },
    });
    await userEvent.click(page.getByRole('button', { name: 'Requests' }));
    const log = page.getByRole('log', { name: 'Requests to dist' });
    await expect.element(log).toHaveTextContent('/page-1');
    count = 2;
    await expect.element(log, { timeout: 3000 }).toHaveTextContent('/page-2');
    expect(log.element().textContent?.match(/\/page-1/g)).toHaveLength(1);
  });

  test('asks before it forgets a folder that is being served', async () => {
    const { berth } = await go({ folders: [aFolder('dist')] });
    await userEvent.click(page.getByRole('button', { name: 'Options' }));
    await userEvent.click(page.getByRole('button', { name: 'Remove from the list' }));
    await expect.element(dialog()).toHaveTextContent('The folder itself stays as it is');
    await userEvent.click(dialog().getByRole('button', { name: 'Stop and remove' }));
    await expect.element(page.getByRole('heading', { name: 'Serve a folder' })).toBeVisible();
    expect(asked(berth, 'folders.remove')).toEqual([{ id: 'dist' }]);
  });

  test('takes away what cannot be done while the connection is lost', async () => {
    const { berth } = await go({ folders: [aFolder('dist')] });
    await expect.element(page.getByRole('button', { name: 'Stop serving dist' })).toBeEnabled();
    berth.goAway();
    await expect.element(page.getByRole('button', { name: 'Stop serving dist' })).toBeDisabled();
    await expect.element(page.getByRole('region', { name: 'Connection' })).toBeVisible();
  });
});

describe('the path field', () => {
  test('completes with the keyboard, serves, and puts Open under the finger', async () => {
    const { berth } = await show({
      handlers: {
        'folders.complete': async ({ text }) =>
          succeed({ folders: text === '~/s' ? ['/home/maya/site', '/home/maya/src'] : [] }),
        'folders.serve': async () => succeed(serving('site')),
      },
    });
    await userEvent.keyboard('s');
    await userEvent.fill(path(), '~/s');
    await expect.element(page.getByRole('option', { name: '~/site' })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect
      .element(page.getByRole('option', { name: '~/site' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(path()).toHaveValue('/home/maya/site/');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Open', exact: true })).toHaveFocus();
    expect(asked(berth, 'folders.serve')).toEqual([{ path: '/home/maya/site/' }]);
    await expect
      .element(page.getByRole('region', { name: 'Served folders' }))
      .toHaveTextContent('Serving site at 127.0.0.1:62893.');
    await userEvent.keyboard('{Enter}');
    expect(window.open).toHaveBeenCalledWith('http://127.0.0.1:62893/', '_blank', 'noopener,noreferrer');
  });

  test('says what was wrong at the field, and offers the folder that a file lies in', async () => {
    const { berth } = await show({
      handlers: {
        'folders.serve': async ({ path: given }) =>
          succeed(
            given === '/srv/site'
              ? serving('site')
              : refusing({ reason: 'not-a-folder', message: 'That is a file.', offer: '/srv/site' }),
          ),
      },
    });
    await userEvent.keyboard('s');
    await userEvent.fill(path(), '/srv/site/index.html');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('That is a file.');
    await expect.element(path()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(page.getByRole('button', { name: 'Serve /srv/site' }));
    await expect.poll(() => asked(berth, 'folders.serve')).toHaveLength(2);
    await expect.element(path()).not.toBeInTheDocument();
  });

  test('names the exact folder before it serves a dangerous one, and does so only after a yes', async () => {
    const { berth } = await show({
      handlers: {
        'folders.serve': async ({ despiteWarning }) =>
          succeed(
            despiteWarning
              ? serving('maya')
              : refusing({ reason: 'dangerous', message: 'It is your home folder.' }),
          ),
      },
    });
    await userEvent.keyboard('s');
    await userEvent.fill(path(), '/home/maya');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toHaveTextContent('It is your home folder.');
    await expect.element(dialog().getByText('/home/maya', { exact: true })).toBeVisible();
    await expect.element(dialog().getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.click(dialog().getByRole('button', { name: 'Serve it anyway' }));
    await expect
      .poll(() => asked(berth, 'folders.serve'))
      .toEqual([{ path: '/home/maya' }, { path: '/home/maya', despiteWarning: true }]);
  });

  test('gives the focus back when it is put away', async () => {
    await show();
    const button = page.getByRole('button', { name: 'Serve folder' });
    await userEvent.click(button);
    await expect.element(path()).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
  });
});

test('uses the dialog of the system where there is one', async () => {
  const { berth } = await show({
    host: desktop,
    handlers: {
      'folders.choose': async () => succeed({ path: '/srv/site' }),
      'folders.serve': async () => succeed(serving('site')),
    },
  });
  await userEvent.click(page.getByRole('button', { name: 'Serve folder' }));
  await expect.poll(() => asked(berth, 'folders.serve')).toEqual([{ path: '/srv/site' }]);
});

test('has no button where this shell serves nothing', async () => {
  await show({ host: { capabilities: ['kill'] } });
  await expect.element(page.getByRole('button', { name: 'Serve folder' })).not.toBeInTheDocument();
});

describe('dropping', () => {
  const screen = () => page.getByRole('region', { name: 'Drop a folder' });

  test('shows the exact address that the folder will get', async () => {
    await show({
      host: desktop,
      handlers: { 'folders.next-address': async () => succeed({ host: '127.0.0.1', port: 62_897 }) },
    });
    dragOver();
    await expect.element(screen()).toHaveTextContent('127.0.0.1:62897');
    await expect.element(screen()).toHaveTextContent('only this machine can reach it');
  });

  test('serves every folder that has a path', async () => {
    const { berth } = await show(
      {
        host: desktop,
        handlers: { 'folders.serve': async ({ path: given }) => succeed(serving(given.slice(1))) },
      },
      ({ name }) => `/${name}`,
    );
    dropOn(asFolders(withFile('one', 'two')));
    await expect.poll(() => asked(berth, 'folders.serve')).toEqual([{ path: '/one' }, { path: '/two' }]);
    await expect
      .element(page.getByRole('region', { name: 'Served folders' }))
      .toHaveTextContent('Serving 2 folders.');
  });

  test('asks about a dropped file with the folder that it lies in', async () => {
    await show(
      {
        host: desktop,
        handlers: {
          'folders.serve': async () =>
            succeed(refusing({ reason: 'not-a-folder', message: 'That is a file.', offer: '/srv' })),
        },
      },
      ({ name }) => `/srv/${name}`,
    );
    dropOn(withFile('index.html'));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That is a file.');
    await expect.element(path()).toHaveValue('/srv/index.html');
    await expect.element(page.getByRole('button', { name: 'Serve /srv' })).toBeVisible();
  });

  test('opens the path field with its name where the browser hides the path', async () => {
    await show();
    dropOn(asFolders(withFile('site')));
    await expect.element(path()).toHaveValue('site');
    await expect.element(dialog()).toHaveTextContent('The browser does not say where “site” lies');
  });

  test('says that a folder is wanted when a browser is given a file', async () => {
    await show();
    dropOn(withFile('index.html'));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('“index.html” is a file, and a folder is wanted');
  });

  test('puts the screen away when nothing is dragged any more', async () => {
    await show({ host: desktop });
    dragOver();
    await expect.element(screen()).toBeVisible();
    await expect.element(screen(), { timeout: 3000 }).not.toBeInTheDocument();
  });
});
