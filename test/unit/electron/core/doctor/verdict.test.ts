import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../../../electron/core/doctor/checks/all-checks.ts';
import type { DoctorFacts } from '../../../../../electron/core/doctor/facts.ts';
import { know } from '../../../../../electron/core/doctor/system-facts.ts';
import { findVerdict } from '../../../../../electron/core/doctor/verdict.ts';
import { causeSchema, checkResultSchema, fixSchema } from '../../../../../shared/contract/doctor.ts';
import { anAnswer, aSocket, factsOf, held } from '../../../../fakes/doctor-facts.ts';

const container = {
  id: 'c1',
  name: 'shop-db',
  image: 'postgres:16',
  composeProject: null,
  composeService: null,
};
const refused = 'Error: connect ECONNREFUSED 127.0.0.1:3000';
const inUse = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3000';
const denied = 'Error: listen EACCES: permission denied 0.0.0.0:80';
const disconnected = "Disconnected from the target VM, address: '127.0.0.1:62893', transport: 'socket'";
const python = { name: 'python3', command: ['python3', '-m', 'http.server'], executable: '/usr/bin/python3' };
const tls = {
  version: 'TLSv1.3',
  alpn: null,
  subject: 'dev.local',
  issuer: 'dev.local',
  names: ['dev.local'],
  validFrom: null,
  validTo: '2025-12-31T00:00:00.000Z',
  selfSigned: true,
};
const apart = {
  port: 3000,
  order: ['::1' as const, '127.0.0.1' as const],
  paths: [],
  verdict: 'different-programs' as const,
  message: 'localhost:3000 reaches vite over IPv6 and next over IPv4.',
};

/** Facts as they were on the system where the cause exists, and what must be said of them. */
const recorded: readonly (readonly [cause: string, facts: DoctorFacts, said: RegExp])[] = [
  ['nothing-listens', factsOf(refused), /^Nothing listens on 127\.0\.0\.1:3000$/],
  ['nothing-listens', factsOf(disconnected), /^The debug session on 127\.0\.0\.1:62893 is over$/],
  [
    'someone-else-listens',
    factsOf(inUse, { listeners: [held(3000, python)] }),
    /^python3 already listens on 127\.0\.0\.1:3000$/,
  ],
  [
    'someone-else-listens',
    factsOf(disconnected, { listeners: [held(62_893, python)] }),
    /^Another program took the debugger's port$/,
  ],
  [
    'someone-else-listens',
    factsOf('Could not connect to Redis at 127.0.0.1:6379: Connection refused', {
      listeners: [held(6379, python)],
    }),
    /where Redis is expected$/,
  ],
  [
    'same-program-twice',
    factsOf('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)', {
      listeners: [held(80, { name: 'nginx' }, { address: '0.0.0.0' })],
    }),
    /^nginx is running already$/,
  ],
  [
    'other-family',
    factsOf('Error: connect ECONNREFUSED ::1:3000', { listeners: [held(3000)] }),
    /^It listens over IPv4 only/,
  ],
  [
    'other-family',
    factsOf(refused, { listeners: [held(3000, {}, { address: '::1' })] }),
    /^It listens over IPv6 only/,
  ],
  [
    'other-address',
    factsOf(refused, { listeners: [held(3000, {}, { address: '192.168.1.10' })] }),
    /^It listens on 192\.168\.1\.10:3000, not on 127\.0\.0\.1:3000$/,
  ],
  [
    'never-answers',
    factsOf(refused, {
      listeners: [held(3000)],
      answer: know(anAnswer({ state: 'silent', protocol: null })),
    }),
    /does not answer$/,
  ],
  [
    'never-answers',
    factsOf('curl: (52) Empty reply from server\nlocalhost:3000', {
      listeners: [held(3000)],
      answer: know(anAnswer({ state: 'hung-up', protocol: null })),
    }),
    /does not answer$/,
  ],
  [
    'wrong-protocol',
    factsOf('Get "http://127.0.0.1:3000/": Empty reply from server', {
      listeners: [held(3000)],
      answer: know(anAnswer({ protocol: 'https' })),
    }),
    /speaks https, not http$/,
  ],
  [
    'wrong-protocol',
    factsOf('http: server gave HTTP response to HTTPS client https://127.0.0.1:3000', {
      listeners: [held(3000)],
      answer: know(anAnswer()),
    }),
    /speaks http, not https$/,
  ],
  [
    'certificate',
    factsOf('https://127.0.0.1:3000 curl: (60) SSL certificate problem: certificate has expired', {
      listeners: [held(3000)],
      answer: know(anAnswer({ protocol: 'https', tls })),
    }),
    /has expired$/,
  ],
  [
    'time-wait',
    factsOf(inUse, {
      sockets: know([aSocket({ state: 'time-wait', endsInMs: 35_480 })]),
      attempt: know('EADDRINUSE'),
    }),
    /^3000 is free again in 36 seconds$/,
  ],
  [
    'outgoing-connection',
    factsOf(inUse, {
      sockets: know([aSocket({ holder: { pid: 7, name: 'psql', command: ['psql'] } })]),
      attempt: know('EADDRINUSE'),
    }),
    /^A connection of psql uses 3000 as its own port$/,
  ],
  [
    'bound-not-listening',
    factsOf(inUse, {
      attempt: know('EADDRINUSE'),
      unlisted: know([{ pid: 9, name: 'reserver', command: [] }]),
    }),
    /^A program reserved 3000 without listening on it$/,
  ],
  ['privileged-port', factsOf(denied, { attempt: know('EACCES') }), /^Only root may listen on 80$/],
  ['privileged-port', factsOf(denied, { privileged: true }), /^Only root may listen on 80$/],
  [
    'reserved-by-system',
    factsOf(
      'OSError: [WinError 10013] An attempt was made to access a socket in a way forbidden by its access permissions, port 56700',
      {
        platform: 'win32',
        attempt: know('EACCES'),
        kept: know({
          excluded: [{ from: 56_638, to: 56_737 }],
          reserved: [],
          ephemeral: { from: 49_152, to: 65_535 },
          firstUnprivileged: 1,
        }),
      },
    ),
    /^The operating system reserves 56700$/,
  ],
  [
    'airplay',
    factsOf('Address already in use\nPort 5000 is in use by another program.', {
      platform: 'darwin',
      listeners: [held(5000, { name: 'ControlCe' }, { address: '0.0.0.0' })],
    }),
    /^AirPlay Receiver/,
  ],
  ['hidden-owner', factsOf(inUse, { listeners: [held(3000, null)] }), /^A program of user root listens/],
  ['hidden-owner', factsOf('3000', { listeners: [held(3000, null)] }), /^A program of user root listens/],
  [
    'in-container',
    factsOf('Error starting userland proxy: listen tcp4 0.0.0.0:5432: bind: address already in use', {
      listeners: [held(5432, { name: 'docker-proxy' }, { address: '0.0.0.0', container })],
    }),
    /^Container shop-db publishes 5432$/,
  ],
  [
    'in-container',
    factsOf('http://127.0.0.1:5432', {
      listeners: [held(5432, { name: 'docker-proxy' }, { container })],
      answer: know(anAnswer({ state: 'hung-up', protocol: null })),
    }),
    /^Nothing answers inside container shop-db$/,
  ],
  [
    'other-namespace',
    factsOf(refused, {
      elsewhere: know([{ address: '0.0.0.0', holder: { pid: 5, name: 'node', command: [] } }]),
    }),
    /^node listens on 3000 in another network namespace$/,
  ],
  [
    'debugger-attached',
    factsOf('Unable to open debugger port (127.0.0.1:5005): java.net.ConnectException "Connection refused"', {
      sockets: know([
        aSocket({
          remotePort: 50_000,
          holder: {
            pid: 8,
            name: 'java',
            command: ['java', '-agentlib:jdwp=transport=dt_socket,server=y,address=5005'],
          },
        }),
      ]),
    }),
    /^A debugger is attached to java on 5005$/,
  ],
  [
    'debugger-elsewhere',
    factsOf('Unable to open debugger port (127.0.0.1:5005): Connection refused', {
      javaDebuggers: [
        held(8000, {
          name: 'java',
          command: ['java', '-agentlib:jdwp=transport=dt_socket,server=y,address=8000'],
        }),
      ],
    }),
    /waits for a debugger on 8000, not on 5005$/,
  ],
  [
    'localhost-leads-elsewhere',
    factsOf('curl: (52) Empty reply from server http://localhost:3000', {
      listeners: [held(3000), held(3000, { pid: 5, name: 'vite' }, { address: '::1' })],
      localhost: know(apart),
    }),
    /leads to another program/,
  ],
  [
    'firewall',
    factsOf('curl: (28) Failed to connect to 192.168.1.10 port 3000: Connection timed out', {
      listeners: [held(3000, {}, { address: '0.0.0.0', reach: 'network' })],
      firewall: know({ name: 'ufw', isOn: true, admits: false }),
    }),
    /^ufw keeps other machines from 3000$/,
  ],
  [
    'not-local',
    factsOf('Error: listen EADDRNOTAVAIL: address not available 10.62.200.16:7099', {
      place: 'other-machine',
      attempt: know('EADDRNOTAVAIL'),
    }),
    /^10\.62\.200\.16 is not an address of this machine$/,
  ],
  [
    'not-local',
    factsOf('getaddrinfo ENOTFOUND postgres postgres:5432', { place: 'other-name' }),
    /^postgres is not a name of this machine$/,
  ],
  [
    'healthy',
    factsOf(refused, { listeners: [held(3000)], answer: know(anAnswer()) }),
    /^node answers on 127\.0\.0\.1:3000 now$/,
  ],
  ['healthy', factsOf('3000', { listeners: [held(3000)] }), /^node listens on port 3000$/],
  ['healthy', factsOf(inUse), /^127\.0\.0\.1:3000 is free now$/],
];

describe('the verdict on recorded facts', () => {
  it.each(recorded)('is %s', (cause, facts, said) => {
    const verdict = findVerdict(facts);
    expect(verdict.cause).toBe(cause);
    expect(verdict.headline).toMatch(said);
    expect(verdict.headline).not.toMatch(/\.$/);
    expect(verdict.explanation).toMatch(/\.$/);
    expect(`${verdict.headline}${verdict.explanation}`).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('is shown for every cause there is', () => {
    const shown = new Set(recorded.map(([cause]) => cause));
    expect(causeSchema.options.filter((cause) => cause !== 'not-understood' && !shown.has(cause))).toEqual(
      [],
    );
  });

  it.each(recorded)('offers only what Berth has, and rests on numbered checks: %s', (_cause, facts) => {
    const { fixes } = findVerdict(facts);
    expect(fixes.length).toBeLessThanOrEqual(6);
    for (const fix of fixes) expect(fixSchema.parse(fix)).toEqual(fix);
    const checks = runChecks(facts);
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(checkResultSchema.parse(check)).toEqual(check);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });
});

describe('what is offered', () => {
  it('ends nobody who is hidden', () => {
    const { fixes } = findVerdict(factsOf(inUse, { listeners: [held(3000, null)] }));
    expect(fixes.map(({ kind }) => kind)).not.toContain('kill');
  });

  it('ends the holder, takes another port, or shows it, as in the design', () => {
    const verdict = findVerdict(factsOf(disconnected, { listeners: [held(62_893, python)] }));
    expect(verdict.fixes.map(({ label }) => label)).toEqual([
      'Kill python3',
      'Use 62895 instead',
      'Show in ports',
    ]);
    expect(verdict.explanation).toContain('started 51 minutes ago');
  });

  it('opens the address that works', () => {
    const { fixes } = findVerdict(
      factsOf('Error: connect ECONNREFUSED ::1:3000', { listeners: [held(3000)] }),
    );
    expect(fixes[0]).toMatchObject({ kind: 'open', url: 'http://127.0.0.1:3000' });
  });
});
