import { parseSs } from './parse-ss.ts';
import { outputOf, ToolSource } from './tool-source.ts';

/** `state listening` asks the kernel for listeners only; `-l` would make it walk every connection. */
export function createSsSource(): ToolSource {
  return new ToolSource('ss', async (run) => {
    const [tcp, udp] = await Promise.all([
      run('ss', ['-H', '-tnep', 'state', 'listening']),
      run('ss', ['-H', '-unep', 'state', 'unconnected']),
    ]);
    return [
      ...parseSs(outputOf('ss', tcp).toString('utf8'), 'tcp'),
      ...parseSs(outputOf('ss', udp).toString('utf8'), 'udp'),
    ];
  });
}
