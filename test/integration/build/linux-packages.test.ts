import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inProject } from '../../../build/first-run/project.mjs';
import { builderConfig } from '../../../build/pack/builder-config.mjs';
import { runBuilder } from '../../../build/pack/run-builder.mjs';
import { makeStubElectron } from '../../../build/pack/stub-electron.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const released = { GITHUB_REPOSITORY: 'someone/berth', GITHUB_SERVER_URL: 'https://example.org' };

/** In the place of fpm, the maker of packages: keeps what it was asked for, the entry of the menu, and makes an empty file. */
const recorder = `#!/bin/sh
name="$(dirname "$0")/$(date +%s%N)"
printf '%s\\n' "$@" > "$name.args"
for word in "$@"; do
  case $last in --package) : > "$word" ;; esac
  case $word in *.desktop) cat "\${word%%=*}" > "$name.menu" ;; esac
  last=$word
done
`;

afterEach(() => {
  delete process.env.CUSTOM_FPM_PATH;
});

async function pack(target: 'deb' | 'rpm') {
  const place = await temporaryFolder();
  const electronDist = path.join(place, 'electron');
  const output = path.join(place, 'packages');
  makeStubElectron('linux', electronDist);
  process.env.CUSTOM_FPM_PATH = path.join(place, 'fpm');
  await writeFile(process.env.CUSTOM_FPM_PATH, recorder);
  await chmod(process.env.CUSTOM_FPM_PATH, 0o755);
  const config = builderConfig({ env: released, host: process.platform, electronDist, output });
  const made = await runBuilder('linux', config, { targets: [target], onlyX64: true });
  const find = async (ending: string) => {
    const [name = ''] = (await readdir(place)).filter((file) => file.endsWith(ending));
    return (await readFile(path.join(place, name), 'utf8')).trimEnd().split('\n');
  };
  const resources = path.join(output, 'linux-unpacked/resources');
  const feed = await readFile(path.join(resources, 'app-update.yml'), 'utf8');
  return {
    made: made.map((file) => path.basename(file)),
    asked: await find('.args'),
    menu: await find('.menu'),
    feed,
  };
}

describe.runIf(process.platform === 'linux').each(['deb', 'rpm'] as const)('the %s package', (target) => {
  test('puts berth on the PATH, the app beside it and its icons in every size', {
    timeout: 60_000,
  }, async () => {
    const { made, asked, menu, feed } = await pack(target);
    const arch = target === 'deb' ? 'amd64' : 'x86_64';
    const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
    expect(made).toContain(`berth-${version}-linux-${arch}.${target}`);
    const goesTo = (place: string) => asked.filter((word) => word.endsWith(`=${place}`));
    expect(goesTo('/usr/bin/berth')).toHaveLength(1);
    expect(goesTo('/opt/Berth')).toHaveLength(1);
    expect(goesTo('/usr/share/applications/berth-desktop.desktop')).toHaveLength(1);
    for (const size of [16, 22, 24, 32, 48, 64, 128, 256, 512]) {
      expect(goesTo(`/usr/share/icons/hicolor/${size}x${size}/apps/berth-desktop.png`)).toHaveLength(1);
    }
    expect(asked.join('\n')).toContain('someone@users.noreply.github.com');
    expect(asked).toContain('https://example.org/someone/berth');
    expect(menu).toEqual(
      expect.arrayContaining([
        'Name=Berth',
        'Exec=/opt/Berth/berth-desktop %U',
        'Icon=berth-desktop',
        'Terminal=false',
        'Categories=Development;',
        'StartupWMClass=berth-desktop',
      ]),
    );
    expect(menu.filter((line) => line.startsWith('MimeType'))).toEqual([]);
    expect(feed).toContain('provider: github');
  });
});
