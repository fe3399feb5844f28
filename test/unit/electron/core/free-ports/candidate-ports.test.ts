import { describe, expect, test } from 'vitest';
import { candidatePorts } from '../../../../../electron/core/free-ports/candidate-ports.ts';
import type { SystemPorts } from '../../../../../electron/core/free-ports/system-ports.ts';

const system: SystemPorts = {
  ephemeral: { from: 32_768, to: 60_999 },
  reserved: [{ from: 8000, to: 8000 }],
  firstUnprivileged: 1024,
};

describe('candidatePorts', () => {
  test('begins with the ports everybody knows, then where little is registered', () => {
    const [...ports] = candidatePorts(null, system);
    expect(ports.slice(0, 6)).toEqual([3000, 8080, 5500, 8888, 20_000, 20_001]);
  });

  test('names every lasting port once', () => {
    const ports = [...candidatePorts(null, system)];
    expect(new Set(ports).size).toBe(ports.length);
    expect(ports).toHaveLength(65_535 - 1023 - (60_999 - 32_768 + 1) - 1);
    expect(ports.some((port) => port >= 32_768 && port <= 60_999)).toBe(false);
  });

  test('takes a range in its order, what the system gives away last', () => {
    expect([...candidatePorts({ from: 32_766, to: 32_769 }, system)]).toEqual([
      32_766, 32_767, 32_768, 32_769,
    ]);
    expect([...candidatePorts({ from: 60_998, to: 61_001 }, system)]).toEqual([
      61_000, 61_001, 60_998, 60_999,
    ]);
  });

  test('leaves out what is reserved and what only root may use', () => {
    expect([...candidatePorts({ from: 7999, to: 8001 }, system)]).toEqual([7999, 8001]);
    expect([...candidatePorts({ from: 1022, to: 1025 }, system)]).toEqual([1024, 1025]);
  });
});
