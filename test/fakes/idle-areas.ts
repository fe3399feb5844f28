import type { Core } from '../../electron/core/core.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';

const nothing = () => () => undefined;
const unknown = async () => fail('not-found', 'There is no such thing.');

/** The areas of a core that hold nothing and do nothing, for tests about the others. */
export function idleAreas(): Pick<Core, 'folders' | 'probes' | 'doctor' | 'history' | 'connections'> {
  return {
    folders: {
      list: () => [],
      onChange: nothing,
      serve: async () => ({
        outcome: 'refused',
        reason: 'failed',
        message: 'Nothing is served here.',
        offer: null,
      }),
      start: unknown,
      stop: unknown,
      change: unknown,
      remove: unknown,
      log: unknown,
      nextAddress: async () => ({ host: '127.0.0.1', port: 62_893 }),
      completePath: async () => ({ folders: [] }),
      handOver: async () => null,
      resume: async () => undefined,
      close: async () => undefined,
    },
    probes: {
      plan: unknown,
      run: unknown,
      answers: () => [],
      onAnswer: nothing,
      activity: () => ({ connections: 0, bytesSent: 0, entries: [] }),
      localhost: async ({ port }) => ({
        port,
        order: ['127.0.0.1'],
        paths: [],
        verdict: 'nobody',
        message: `Nobody listens on ${port}.`,
      }),
      startAutomatic: () => undefined,
      close: async () => undefined,
    },
    doctor: {
      diagnose: async () => {
        throw new Error('There is no doctor here.');
      },
    },
    history: {
      read: async () => ({ spans: [], cutOff: false, watched: [] }),
      clear: async () => succeed({}),
      close: async () => undefined,
    },
    connections: async () => succeed({ established: 0, peers: [] }),
  };
}
