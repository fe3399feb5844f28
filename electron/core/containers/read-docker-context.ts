import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where Docker's current context points, null for the default one or when that cannot be told. Docker keeps a context
 * in a folder named for the SHA-256 of its name.
 */
export async function readDockerContext(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): Promise<string | null> {
  const folder = env.DOCKER_CONFIG || path.join(home, '.docker');
  const name =
    env.DOCKER_CONTEXT || textAt(await readJson(path.join(folder, 'config.json')), 'currentContext');
  if (!name || name === 'default') return null;
  const digest = createHash('sha256').update(name).digest('hex');
  const context = await readJson(path.join(folder, 'contexts', 'meta', digest, 'meta.json'));
  return textAt(context, 'Endpoints', 'docker', 'Host');
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

function textAt(value: unknown, ...keys: readonly string[]): string | null {
  let found: unknown = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return null;
    found = (found as Record<string, unknown>)[key];
  }
  return typeof found === 'string' && found !== '' ? found : null;
}
