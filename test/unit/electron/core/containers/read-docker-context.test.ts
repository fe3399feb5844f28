import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDockerContext } from '../../../../../electron/core/containers/read-docker-context.ts';
import { readCapture } from '../../../../helpers/captures.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

/** A home with Docker's files as they were found, and what `config.json` says. */
async function homeWith(config: string): Promise<string> {
  const home = await temporaryFolder();
  const digest = '51699a7c75211315f1dbf6ecc40dfb0ffdd4ee11ecb2ce7853c9751aea1f9444';
  const folder = path.join(home, '.docker', 'contexts', 'meta', digest);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'meta.json'), readCapture('docker/context-meta.json'));
  await writeFile(path.join(home, '.docker', 'config.json'), config);
  return home;
}

test('finds where the current context points', async () => {
  const home = await homeWith('{"currentContext":"envvarcontext"}');
  expect(await readDockerContext({}, home)).toBe('unix:///envvarcontext.sock');
});

test('lets the environment choose another context and another folder', async () => {
  const home = await homeWith('{"currentContext":"default"}');
  expect(await readDockerContext({ DOCKER_CONTEXT: 'envvarcontext' }, home)).toBe(
    'unix:///envvarcontext.sock',
  );
  const env = { DOCKER_CONTEXT: 'envvarcontext', DOCKER_CONFIG: path.join(home, '.docker') };
  expect(await readDockerContext(env, '/nonexistent')).toBe('unix:///envvarcontext.sock');
});

test.each([
  '{}',
  '{"currentContext":"default"}',
  '{"currentContext":"lost"}',
  '{"currentContext":7}',
  'broken',
  '[]',
])('points nowhere with %s', async (config) => {
  expect(await readDockerContext({}, await homeWith(config))).toBeNull();
});

test('points nowhere where Docker was never used', async () => {
  expect(await readDockerContext({}, await temporaryFolder())).toBeNull();
});
