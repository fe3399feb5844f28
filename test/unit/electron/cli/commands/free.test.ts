import { describe, expect, it } from 'vitest';
import { freeDocumentSchema } from '../../../../../shared/contract/documents.ts';
import { fail, succeed } from '../../../../../shared/rpc/failure.ts';
import { cliWith } from '../../../../helpers/run-cli-with.ts';

describe('free', () => {
  it('prints one port to a line', async () => {
    const { run, terminal, core } = cliWith((scripted) => {
      scripted.freePorts = succeed({ ports: [3001, 3002] });
    });
    expect(await run('free --count 2 --range 3000-3999')).toBe(0);
    expect(terminal.outText).toBe('3001\n3002');
    expect(core.freeRequests).toEqual([{ count: 2, range: { from: 3000, to: 3999 } }]);
  });

  it('leaves the choice to the core when no range is given', async () => {
    const { run, terminal, core } = cliWith();
    expect(await run('free --json')).toBe(0);
    expect(freeDocumentSchema.parse(JSON.parse(terminal.outText))).toEqual({ version: 1, ports: [62_900] });
    expect(core.freeRequests).toEqual([{ count: 1, range: null }]);
  });

  it('answers 1 with the reason when there are not that many', async () => {
    const { run, terminal } = cliWith((scripted) => {
      scripted.freePorts = fail('no-free-port', 'Only 1 port of 3000-3001 is free.');
    });
    expect(await run('free --count 2 --range 3000-3001 --json')).toBe(1);
    expect(freeDocumentSchema.parse(JSON.parse(terminal.outText)).ports).toEqual([]);
    expect(terminal.messages).toEqual(['berth free: Only 1 port of 3000-3001 is free.']);
  });
});
