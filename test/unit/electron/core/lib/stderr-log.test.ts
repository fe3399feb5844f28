import { describe, expect, it } from 'vitest';
import { createStderrLog } from '../../../../../electron/core/lib/stderr-log.ts';

function recorded(least: 'info' | 'warn') {
  const lines: string[] = [];
  return { lines, log: createStderrLog(least, (text) => lines.push(text)) };
}

describe('createStderrLog', () => {
  it('is quiet about what is not worth a warning, unless told', () => {
    const { lines, log } = recorded('warn');
    log.info('started');
    log.warn('slow');
    expect(lines).toEqual(['berth: warning: slow\n']);
    const all = recorded('info');
    all.log.info('started');
    expect(all.lines).toEqual(['berth: started\n']);
  });

  it('gives every error an id that stands in its line, without a stack', () => {
    const { lines, log } = recorded('warn');
    const id = log.error('The scan failed', new Error('first\n  second'));
    expect(lines).toEqual([`berth: error ${id}: The scan failed: first | second\n`]);
  });
});
