import { describe, expect, it } from 'vitest';
import { createDoctor } from '../../../../../electron/core/doctor/create-doctor.ts';
import type { DoctorNeeds } from '../../../../../electron/core/doctor/gather-facts.ts';
import { know, type SystemFacts } from '../../../../../electron/core/doctor/system-facts.ts';
import { diagnosisSchema } from '../../../../../shared/contract/doctor.ts';
import { succeed } from '../../../../../shared/rpc/failure.ts';
import { anAnswer, held } from '../../../../fakes/doctor-facts.ts';

const signal = new AbortController().signal;
const port = 23_579;
const holder = held(port, { name: 'python3' });

/** A machine with one listener, written down. */
function recordedMachine(change: Partial<DoctorNeeds> = {}, system: Partial<SystemFacts> = {}) {
  const probed: string[] = [];
  const needs: DoctorNeeds = {
    platform: 'linux',
    privileged: false,
    hostname: 'box',
    now: () => Date.parse('2026-01-02T03:55:05.670Z'),
    ownAddresses: () => ['192.168.1.10'],
    scan: async () => ({
      sequence: 1,
      scannedAt: '2026-01-02T03:55:05.000Z',
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      listeners: [holder.listener],
      processes: [...holder.owners],
    }),
    system: {
      socketsOn: async () => know([]),
      keptPorts: async () =>
        know({
          excluded: [],
          reserved: [],
          ephemeral: { from: 32_768, to: 60_999 },
          firstUnprivileged: 1024,
        }),
      listenersElsewhere: async () => know([]),
      unlistedHolders: async () => know([]),
      firewall: async () => know({ name: 'ufw', isOn: false, admits: true }),
      ...system,
    },
    planProbe: async (listenerId) =>
      succeed({ listenerId, class: 'on-request', reason: 'Nobody knows it.', sends: 'One request.' }),
    async probe(listenerId) {
      probed.push(listenerId);
      return succeed(anAnswer({ listenerId }));
    },
    localhost: async () => ({
      port,
      order: ['127.0.0.1'],
      paths: [],
      verdict: 'same',
      message: 'One program.',
    }),
    ...change,
  };
  return { doctor: createDoctor(needs), probed };
}

describe('createDoctor', () => {
  it('gives a diagnosis of the contract', async () => {
    const { doctor, probed } = recordedMachine();
    const found = await doctor.diagnose({ text: `127.0.0.1:${port}`, connect: true }, signal);
    expect(diagnosisSchema.parse(found)).toMatchObject({
      cause: 'healthy',
      headline: `python3 answers on 127.0.0.1:${port}`,
    });
    expect(probed).toEqual([`tcp/127.0.0.1/${port}`]);
  });

  it('does not connect unless it may', async () => {
    const { doctor, probed } = recordedMachine();
    const found = await doctor.diagnose({ text: String(port), connect: false }, signal);
    expect(probed).toEqual([]);
    expect(found.checks.find(({ id }) => id === 'accepts')).toMatchObject({ state: 'unknown' });
  });

  it('never connects where the policy says never, and tells its reason', async () => {
    const reason = 'A debugger listens there: connecting could take its only place.';
    const { doctor, probed } = recordedMachine({
      planProbe: async (listenerId) => succeed({ listenerId, class: 'never', reason, sends: null }),
    });
    const found = await doctor.diagnose({ text: String(port), connect: true }, signal);
    expect(probed).toEqual([]);
    expect(found.checks.find(({ id }) => id === 'accepts')?.evidence).toBe(reason.slice(0, -1));
  });

  it('goes on where a fact cannot be read', async () => {
    const { doctor } = recordedMachine(
      { localhost: () => Promise.reject(new Error('no resolver')) },
      { keptPorts: () => Promise.reject(new Error('netsh is not installed')) },
    );
    const found = await doctor.diagnose({ text: `127.0.0.1:${port}`, connect: true }, signal);
    expect(found.cause).toBe('healthy');
    expect(found.checks.find(({ id }) => id === 'reserved-port')).toMatchObject({
      state: 'unknown',
      evidence: 'netsh is not installed',
    });
  });

  it('rejects when it is called off', async () => {
    const { doctor } = recordedMachine();
    await expect(
      doctor.diagnose({ text: String(port), connect: true }, AbortSignal.abort()),
    ).rejects.toThrow();
  });

  it('starts no firewall tool for a matter of one machine', async () => {
    let asked = 0;
    const firewall: SystemFacts['firewall'] = async () => {
      asked += 1;
      return know({ name: 'ufw', isOn: false, admits: true });
    };
    const { doctor } = recordedMachine({}, { firewall });
    await doctor.diagnose({ text: `Error: connect ECONNREFUSED 127.0.0.1:${port}`, connect: false }, signal);
    expect(asked).toBe(0);
    await doctor.diagnose({ text: `Error: connect ETIMEDOUT 127.0.0.1:${port}`, connect: false }, signal);
    expect(asked).toBe(1);
  });

  it.each([
    ['nonsense', 'lorem ipsum '.repeat(83_000)],
    ['controls', '\u0000\u0007\u001b[2J\u202e'.repeat(1000)],
    ['HTML', '<img src=x onerror=alert(1)>'.repeat(1000)],
    ['nothing', ''],
  ])('answers a megabyte of %s politely', async (_what, text) => {
    const { doctor } = recordedMachine();
    const found = diagnosisSchema.parse(await doctor.diagnose({ text, connect: true }, signal));
    expect(found).toMatchObject({ cause: 'not-understood', severity: 'unknown', checks: [] });
    expect(found.explanation).toContain('Give a port from 1 to 65535');
  });

  it('asks for the port where an error does not name one', async () => {
    const { doctor } = recordedMachine();
    const found = await doctor.diagnose(
      { text: 'OSError: [Errno 98] Address already in use', connect: true },
      signal,
    );
    expect(found).toMatchObject({
      cause: 'not-understood',
      complaint: { symptom: 'in-use', tool: 'Python' },
    });
    expect(found.headline).toBe('The error does not say which port it is about');
  });

  it('knows its own addresses from those of others', async () => {
    const { doctor } = recordedMachine();
    const ask = (address: string) =>
      doctor.diagnose({ text: `connect ECONNREFUSED ${address}:${port}`, connect: false }, signal);
    expect((await ask('192.168.1.10')).cause).toBe('other-address');
    expect((await ask('192.168.1.11')).cause).toBe('not-local');
  });
});
