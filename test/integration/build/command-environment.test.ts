import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { cliFile } from '../../helpers/berth.ts';

const tellAtEnd =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.env.ELECTRON_RUN_AS_NODE)))';

test('what the packed command starts is not told to run as Node', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', tellAtEnd, cliFile, '--version'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  expect(stderr).toBe('undefined');
  expect(status).toBe(0);
});
