import { describe, expect, test } from 'vitest';
import {
  containerEndpoints,
  type EndpointQuestion,
  endpointUrl,
} from '../../../../../electron/core/containers/container-endpoints.ts';

const nobody: EndpointQuestion = {
  platform: 'linux',
  env: {},
  home: '/home/ann',
  uid: 1000,
  contextHost: null,
};

function urls(change: Partial<EndpointQuestion> = {}): readonly string[] {
  return containerEndpoints({ ...nobody, ...change }).map(endpointUrl);
}

/** Where the engines' own tools would ask without being told. */
function defaults(change: Partial<EndpointQuestion> = {}): readonly string[] {
  const endpoints = containerEndpoints({ ...nobody, ...change });
  return endpoints.filter(({ isDefault }) => isDefault).map(endpointUrl);
}

describe('on Linux', () => {
  test('asks Docker first, then the Podman of this user, then that of root', () => {
    expect(urls({ env: { XDG_RUNTIME_DIR: '/run/user/1000' } }).slice(0, 3)).toEqual([
      'unix:///var/run/docker.sock',
      'unix:///run/user/1000/podman/podman.sock',
      'unix:///run/podman/podman.sock',
    ]);
  });

  test('finds the folder of a session that did not tell it', () => {
    expect(urls()).toContain('unix:///run/user/1000/podman/podman.sock');
  });

  test('knows that the podman of root talks to another engine than that of a user', () => {
    expect(defaults()).toEqual(['unix:///var/run/docker.sock', 'unix:///run/user/1000/podman/podman.sock']);
    expect(defaults({ uid: 0 })).toEqual(['unix:///var/run/docker.sock', 'unix:///run/podman/podman.sock']);
  });
});

test('knows Colima, OrbStack, Rancher Desktop, Docker Desktop and the machine of Podman on macOS', () => {
  const found = urls({ platform: 'darwin', home: '/Users/ann', env: { TMPDIR: '/var/folders/x/T/' } });
  expect(found).toEqual(
    expect.arrayContaining([
      'unix:///Users/ann/.docker/run/docker.sock',
      'unix:///Users/ann/.orbstack/run/docker.sock',
      'unix:///Users/ann/.colima/default/docker.sock',
      'unix:///Users/ann/.rd/docker.sock',
      'unix:///var/folders/x/T/podman/podman-machine-default-api.sock',
    ]),
  );
});

test('knows the named pipes of Windows', () => {
  expect(urls({ platform: 'win32', uid: null })).toEqual([
    'npipe:////./pipe/docker_engine',
    'npipe:////./pipe/dockerDesktopLinuxEngine',
    'npipe:////./pipe/podman-machine-default',
  ]);
});

describe('DOCKER_HOST', () => {
  test('comes first and is what the command line tool means', () => {
    const env = { DOCKER_HOST: 'unix:///srv/engine.sock' };
    expect(urls({ env })[0]).toBe('unix:///srv/engine.sock');
    expect(defaults({ env })).not.toContain('unix:///var/run/docker.sock');
  });

  test('is not asked twice when it names a known place', () => {
    const found = urls({ env: { DOCKER_HOST: 'unix:///var/run/docker.sock' } });
    expect(found.filter((url) => url === 'unix:///var/run/docker.sock')).toHaveLength(1);
  });

  test('may name a pipe, with either slash', () => {
    const env = { DOCKER_HOST: 'npipe:////./pipe/other' };
    expect(urls({ platform: 'win32', env })[0]).toBe('npipe:////./pipe/other');
    const back = { DOCKER_HOST: 'npipe://\\\\.\\pipe\\other' };
    expect(urls({ platform: 'win32', env: back })[0]).toBe('npipe:////./pipe/other');
  });

  test('may name TCP on this machine', () => {
    expect(urls({ env: { DOCKER_HOST: 'tcp://127.0.0.1:2375' } })[0]).toBe('tcp://127.0.0.1:2375');
    expect(urls({ env: { DOCKER_HOST: 'tcp://[::1]:2375' } })[0]).toBe('tcp://[::1]:2375');
    expect(urls({ env: { DOCKER_HOST: 'tcp://localhost' } })[0]).toBe('tcp://localhost:2375');
  });

  test.each([
    'tcp://10.0.0.5:2375',
    'ssh://ann@build',
    'http://127.0.0.1',
    'tcp://127.0.0.1.example.org:1',
    '::',
  ])('is left alone when it names another machine or no engine: %s', (host) => {
    expect(urls({ env: { DOCKER_HOST: host } })).toEqual(urls());
    expect(defaults({ env: { DOCKER_HOST: host } })).not.toContain('unix:///var/run/docker.sock');
  });
});

describe('a context', () => {
  test('comes first', () => {
    expect(urls({ contextHost: 'unix:///run/colima.sock' })[0]).toBe('unix:///run/colima.sock');
  });

  test('gives way to DOCKER_HOST', () => {
    const env = { DOCKER_HOST: 'unix:///srv/engine.sock' };
    expect(urls({ env, contextHost: 'unix:///run/colima.sock' })).not.toContain('unix:///run/colima.sock');
  });

  test('never makes Berth use TCP', () => {
    expect(urls({ contextHost: 'tcp://127.0.0.1:2375' })).toEqual(urls());
  });
});
