import { succeed } from '../../../shared/rpc/failure.ts';
import { aFolder, aRequest } from '../../fakes/a-folder.ts';
import { aSpan } from '../../fakes/an-answer.ts';
import { exampleMachine } from '../../fakes/example-machine.ts';
import { aHost, type FakeBerthOptions } from '../../fakes/fake-berth.ts';

/** The example machine of somebody who serves folders, as a browser shows it. */
export function placeMachine(more: FakeBerthOptions = {}): FakeBerthOptions {
  const host = { capabilities: [...aHost.capabilities, 'probe' as const, 'serve' as const], ...more.host };
  return {
    ...exampleMachine(),
    ...more,
    host,
    handlers: {
      'folders.log': async ({ after }) =>
        succeed({
          entries: [
            aRequest(1, '/'),
            aRequest(2, '/assets/main.css', { bytes: 18_240 }),
            aRequest(3, '/assets/a-very-long-name-of-a-picture-that-was-exported-from-somewhere.png', {
              bytes: 1_204_000,
              durationMs: 4.2,
            }),
            aRequest(4, '/favicon.ico', { status: 404, bytes: 0, durationMs: 0.2 }),
            aRequest(5, '/.env', { status: 404, bytes: 0, durationMs: 0.1, peer: '192.168.1.23' }),
          ].filter(({ number }) => number > after),
        }),
      'folders.complete': async ({ text }) =>
        succeed({
          folders: ['code', 'site', 'documents', 'a-folder-with-a-name-that-goes-on-and-on-and-on']
            .map((name) => `/home/maya/${name}`)
            .filter((path) => text === '' || path.startsWith(text.replace('~', '/home/maya'))),
        }),
      'history.read': async ({ port, search }) => {
        const spans = someSpans().filter(
          (span) =>
            (port === undefined || span.port === port) &&
            (search === undefined || `${span.name} ${span.project} ${span.port}`.includes(search)),
        );
        return succeed({ spans, cutOff: false, watched: someWatches() });
      },
      ...more.handlers,
    },
  };
}

/** A desktop window, which can do more. */
export function desktopMachine(more: FakeBerthOptions = {}): FakeBerthOptions {
  return placeMachine({
    ...more,
    host: {
      capabilities: [
        ...aHost.capabilities,
        'probe',
        'serve',
        'choose-folder',
        'drop-folders',
        'notify',
        'global-shortcut',
        'start-at-login',
        'tray',
        'updates',
      ],
      ...more.host,
    },
  });
}

export function someFolders() {
  const options = aFolder('').options;
  return [
    aFolder('dist', {
      port: 62_893,
      requests: 214,
      bytes: 3_204_000,
      lastRequestAt: new Date(Date.now() - 2000).toISOString(),
      options: { ...options, liveReload: true },
    }),
    aFolder('handout', {
      port: 62_894,
      requests: 3,
      bytes: 812,
      lastRequestAt: new Date(Date.now() - 600_000).toISOString(),
      options: { ...options, network: true },
      networkUrls: ['http://192.168.1.5:62894/', 'http://[fd00::a00:27ff:fe4e:66a1]:62894/'],
      networkUntil: new Date(Date.now() + 6_600_000).toISOString(),
    }),
    aFolder('old-site', { state: 'stopped', port: 62_895, urls: [], startedAt: null, pid: null }),
    aFolder('gone', {
      state: 'failed',
      port: 62_896,
      urls: [],
      pid: null,
      message: 'There is no folder /home/maya/site/gone. It may have been moved or deleted.',
    }),
  ];
}

function someSpans() {
  return [
    aSpan(62_893, 51, null, { project: 'docs-site' }),
    aSpan(5173, 34, null, {
      name: 'node',
      pid: 42_017,
      reach: 'network',
      what: 'Vite dev server',
      project: 'admin-ui',
    }),
    aSpan(3000, 126, null, { name: 'node', pid: 41_822, project: 'storefront', what: 'Next.js' }),
    aSpan(62_893, 300, 40, { name: 'java', pid: 4121, ended: 'killed', project: 'billing' }),
    aSpan(8080, 330, 12, { ended: 'replaced', name: 'node', pid: 3300 }),
    aSpan(53, 1500, 200, { protocol: 'udp', name: null, pid: null, ended: 'unseen', sinceBefore: true }),
    aSpan(9229, 2000, 3, { ended: 'restarted', name: 'node', pid: 911 }),
  ].sort((one, other) => other.from.localeCompare(one.from));
}

function someWatches() {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  return [
    { from: ago(4000), to: ago(1300) },
    { from: ago(420), to: null },
  ];
}
