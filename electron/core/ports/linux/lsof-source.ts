import type { CommandResult } from '../../lib/run-command.ts';
import { parseLsof } from './parse-lsof.ts';
import { outputOf, ToolSource } from './tool-source.ts';

/** `-b` and `-w`: do not touch file systems, which may hang, and do not complain about it. */
const common = ['-nP', '-w', '-b', '+c0', '-F', 'pcuLftPnTd0'];

/** A state filter makes lsof 4.95 leave out UDP, so it is asked twice. */
export function createLsofSource(): ToolSource {
  return new ToolSource('lsof', async (run) => {
    const [tcp, udp] = await Promise.all([
      run('lsof', [...common, '-iTCP', '-sTCP:LISTEN']),
      run('lsof', [...common, '-iUDP']),
    ]);
    return [...parseLsof(textOf(tcp)), ...parseLsof(textOf(udp))];
  });
}

/** 1 without a complaint means that nothing was found. */
function textOf(result: CommandResult): string {
  const isEmpty = result.exitCode === 1 && result.stderr.length === 0;
  return (isEmpty ? result.stdout : outputOf('lsof', result)).toString('latin1');
}
