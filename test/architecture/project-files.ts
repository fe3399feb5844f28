import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Every file that belongs to the project: tracked, or new and not ignored. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file && existsSync(path.join(projectRoot, file)));
}

/** The project's own source files. */
export function sourceFiles(...rooms: readonly string[]): readonly string[] {
  return projectFiles().filter(
    (file) => /\.(ts|tsx|mjs)$/.test(file) && rooms.some((room) => file.startsWith(`${room}/`)),
  );
}

export function readProjectFile(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8');
}
