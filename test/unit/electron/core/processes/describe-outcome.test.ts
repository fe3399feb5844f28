import { describe, expect, test } from 'vitest';
import { describeOutcome, type Happening } from '../../../../../electron/core/processes/describe-outcome.ts';
import { outcomeSchema } from '../../../../../shared/contract/kill.ts';

const node = { pid: 812, name: 'node' };
const sh = { pid: 700, name: 'sh' };

const cases: readonly (readonly [Happening, string])[] = [
  [{ outcome: 'gone' }, 'Nothing holds port 3000 any more, so there was nothing to end.'],
  [
    { outcome: 'freed', ended: [node], running: [], signals: ['SIGTERM'], supervision: null },
    'Port 3000 is free. node (pid 812) ended after SIGTERM.',
  ],
  [
    { outcome: 'freed', ended: [node, sh], running: [], signals: ['SIGTERM', 'SIGKILL'], supervision: null },
    'Port 3000 is free. node (pid 812) and sh (pid 700) did not end after SIGTERM and had to be ended with SIGKILL.',
  ],
  [
    { outcome: 'freed', ended: [node], running: [], signals: ['SIGTERM', 'SIGCONT'], supervision: null },
    'Port 3000 is free. node (pid 812) ended after SIGTERM.',
  ],
  [
    { outcome: 'freed', ended: [node], running: [], signals: [], supervision: null },
    'Port 3000 is free. node (pid 812) ended by itself.',
  ],
  [
    { outcome: 'freed', ended: [], running: [node], signals: ['SIGTERM'], supervision: null },
    'Port 3000 is free. node (pid 812) let go of it and is still shutting down.',
  ],
  [
    { outcome: 'survived', survivors: [node], signals: ['SIGTERM'], wasCalledOff: true },
    'node (pid 812) still holds port 3000: waiting was stopped after SIGTERM. End it by force to free the port now.',
  ],
  [
    {
      outcome: 'respawned',
      newOwner: node,
      respawner: {
        name: 'systemd unit web.service',
        command: ['systemctl', 'stop', 'web.service'],
        advice: 'use `systemctl stop web.service`',
      },
    },
    'Port 3000 is held again by node (pid 812), started by systemd unit web.service. To keep the port free: systemctl stop web.service',
  ],
  [
    { outcome: 'taken', newOwner: node, heldItBefore: false },
    'What you chose has ended, but another program took port 3000 at once: node (pid 812).',
  ],
  [{ outcome: 'refused', reason: 'Never.' }, 'Never.'],
];

describe('describeOutcome', () => {
  test.each(cases)('says of %j: %s', (happening, sentence) => {
    expect(describeOutcome(3000, happening, 'linux')).toBe(sentence);
  });

  test('names the system itself when even force did not help', () => {
    const happening: Happening = {
      outcome: 'survived',
      survivors: [node],
      signals: ['SIGTERM', 'SIGKILL'],
      wasCalledOff: false,
    };
    expect(describeOutcome(3000, happening, 'linux')).toContain('even after SIGTERM, SIGKILL');
  });

  test('offers what the system has to be allowed more', () => {
    const denied: Happening = { outcome: 'denied', processes: [], user: 'root' };
    expect(describeOutcome(80, denied, 'linux')).toContain('belongs to user root');
    expect(describeOutcome(80, denied, 'darwin')).toContain('sudo berth kill 80');
    expect(describeOutcome(80, denied, 'win32')).toContain('as administrator');
  });

  test('asks to look again when somebody else holds the port', () => {
    expect(describeOutcome(80, { outcome: 'replaced', holder: sh }, 'linux')).toContain('sh (pid 700)');
  });

  test('does not list a whole family of processes', () => {
    const ended = [1, 2, 3, 4, 5, 6].map((pid) => ({ pid, name: 'node' }));
    const sentence = describeOutcome(
      80,
      { outcome: 'freed', ended, running: [], signals: ['SIGTERM'], supervision: null },
      'linux',
    );
    expect(sentence).toContain('node (pid 1) and 5 others ended');
  });

  test('knows a sentence for every outcome of the contract', () => {
    const told = new Set([...cases.map(([{ outcome }]) => outcome), 'denied', 'replaced']);
    expect([...told].sort()).toEqual([...outcomeSchema.options].sort());
  });
});
