import type { Listener } from '../../../shared/contract/ports.ts';
import { succeed } from '../../../shared/rpc/failure.ts';
import { anAnswer, aPage, aSpan } from '../../fakes/an-answer.ts';
import { exampleMachine } from '../../fakes/example-machine.ts';
import { aHost, type FakeBerthOptions } from '../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../fakes/rows.ts';

export const python = 'tcp/127.0.0.1/62893';

/** The example machine once Berth has asked around, with a history, connections and a served folder. */
export function probedMachine(): FakeBerthOptions {
  const { listeners, processes } = exampleMachine();
  const berth = aProcess(60_120, { name: 'Berth', command: ['berth'], project: null });
  const folder = aListener(62_895, [berth], { folderId: 'site' });
  const debuggers: Partial<Listener> = {
    identity: {
      kind: 'debugger',
      product: 'Java debugger',
      target: null,
      confidence: 'certain',
      source: 'command-line',
      evidence: '-agentlib:jdwp',
    },
    probing: 'never',
  };
  const known = listeners.map((one) => (one.port === 5005 ? { ...one, ...debuggers } : one));
  const of = (port: number) => known.find((one) => one.port === port) ?? folder;
  return {
    host: { capabilities: [...aHost.capabilities, 'probe'] },
    listeners: [...known, folder],
    processes: [...processes, berth],
    probes: [
      anAnswer(of(3000), { http: aPage('Storefront', 'Next.js') }),
      anAnswer(of(5173), { http: aPage(null, null), product: 'Vite dev server' }),
      anAnswer(of(6379), { protocol: 'redis', product: 'Redis', productVersion: '7.2' }),
      anAnswer(of(8080), { http: aPage(null, 'nginx/1.27', 401) }),
      anAnswer(folder, { http: aPage('dist', 'Berth') }),
      anAnswer(of(62_893), {
        state: 'silent',
        protocol: null,
        message: 'It accepts connections and sends no reply to HTTP within 1.5 s.',
      }),
    ],
    handlers: {
      'ports.connections': async () =>
        succeed({
          established: 3,
          peers: [
            { address: '127.0.0.1', connections: 2 },
            { address: '::1', connections: 1 },
          ],
        }),
      'history.read': async ({ port = 0 }) =>
        succeed({
          spans: [
            aSpan(port, 51, null),
            aSpan(port, 300, 40, { name: 'java', pid: 4121, ended: 'killed' }),
            aSpan(port, 840, 230, { ended: 'unseen' }),
          ],
          cutOff: false,
          watched: [
            {
              from: new Date(Date.now() - 86_400_000 * 3).toISOString(),
              to: new Date(Date.now() - 36_000_000).toISOString(),
            },
            { from: new Date(Date.now() - 21_000_000).toISOString(), to: null },
          ],
        }),
      'probes.plan': async ({ listenerId }) =>
        succeed(
          listenerId.endsWith('/5005')
            ? {
                listenerId,
                class: 'never',
                reason: 'a debugger takes one client, and a probe would be that one.',
                sends: null,
              }
            : {
                listenerId,
                class: 'on-request',
                reason: 'It is not known to take a request without harm.',
                sends: 'Berth would connect once and send “GET / HTTP/1.1”, 82 bytes.',
              },
        ),
    },
  };
}
