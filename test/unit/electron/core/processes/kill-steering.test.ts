import { describe, expect, test } from 'vitest';
import { KillSteering } from '../../../../../electron/core/processes/kill-steering.ts';

const web = { port: 80, protocol: 'tcp' } as const;
const dns = { port: 53, protocol: 'udp' } as const;
const dnsTcp = { port: 53, protocol: 'tcp' } as const;
const all = [web, dns, dnsTcp];

describe('KillSteering', () => {
  test('reaches every port when none is named', () => {
    const steering = new KillSteering(all);
    expect(steering.follow({ wish: 'force' })).toBe(true);
    for (const port of all) expect(steering.of([port]).forced.aborted).toBe(true);
  });

  test('reaches one port alone', () => {
    const steering = new KillSteering(all);
    expect(steering.follow({ wish: 'force', port: 80, protocol: 'tcp' })).toBe(true);
    expect(steering.of([web]).forced.aborted).toBe(true);
    expect(steering.of([dns]).forced.aborted).toBe(false);
  });

  test('reaches both protocols of a port when none is named', () => {
    const steering = new KillSteering(all);
    steering.follow({ wish: 'wait', port: 53 });
    expect([dns, dnsTcp, web].map((port) => steering.of([port]).extraMs)).toEqual([30_000, 30_000, 0]);
  });

  test('knows no port that is not in the run', () => {
    const steering = new KillSteering(all);
    expect(steering.follow({ wish: 'force', port: 81 })).toBe(false);
    expect(steering.follow({ wish: 'force', port: 80, protocol: 'udp' })).toBe(false);
    expect(steering.of(all).forced.aborted).toBe(false);
  });

  test('gives a process up only when all of its ports are given up', () => {
    const steering = new KillSteering(all);
    const { givenUp } = steering.of([web, dns]);
    steering.follow({ wish: 'give-up', port: 80 });
    expect(givenUp.aborted).toBe(false);
    expect(steering.of([web]).givenUp.aborted).toBe(true);
    steering.follow({ wish: 'give-up', port: 53, protocol: 'udp' });
    expect(givenUp.aborted).toBe(true);
  });

  test('forces a process that one of its ports was forced for, and waits for the most patient', () => {
    const steering = new KillSteering(all);
    const both = steering.of([web, dns]);
    steering.follow({ wish: 'wait', port: 80 });
    steering.follow({ wish: 'wait', port: 80 });
    expect(both.extraMs).toBe(60_000);
    steering.follow({ wish: 'force', ...dns });
    expect(both.forced.aborted).toBe(true);
  });

  test('tells of wishes for its own ports only', () => {
    const steering = new KillSteering(all);
    let heard = 0;
    steering.of([web]).onWish(() => {
      heard += 1;
    });
    steering.follow({ wish: 'wait', ...dns });
    expect(heard).toBe(0);
    steering.follow({ wish: 'wait' });
    expect(heard).toBe(1);
  });
});
