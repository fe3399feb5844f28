import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const hasNsis = spawnSync('makensis', ['-VERSION']).status === 0;

/** An installer of nothing but what Berth adds, put in as electron-builder puts it in. */
const script = `
Unicode true
!include LogicLib.nsh
!include "${path.join(root, 'build/pack/installer.nsh')}"
OutFile "installer.exe"
Section
  WriteUninstaller "$TEMP\\uninstall.exe"
  !insertmacro customInstall
SectionEnd
Section un.install
  !insertmacro customUnInstall
SectionEnd
`;

test.runIf(hasNsis)('what Berth adds to the Windows installer compiles and holds the command', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'all.nsi'), script);
  const { status, stdout } = spawnSync('makensis', ['-V4', '-WX', `-DPROJECT_DIR=${root}`, 'all.nsi'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).not.toMatch(/warning|error:/i);
  expect(stdout).toMatch(/File: "berth-on-path\.cmd"->"\$LOCALAPPDATA\\Microsoft\\WindowsApps\\berth\.cmd"/);
  expect(stdout).toMatch(/Delete: "\$LOCALAPPDATA\\Microsoft\\WindowsApps\\berth\.cmd"/);
  expect(status).toBe(0);
});
