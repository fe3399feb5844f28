import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readSmallFile } from './read-small-file.ts';

const longestGitFile = 4096;

/**
 * The folder that holds HEAD of a work tree. `.git` is that folder, or in a linked work tree or submodule a file that
 * says where it is.
 */
export async function findGitFolder(workTree: string): Promise<string | null> {
  const dotGit = path.join(workTree, '.git');
  try {
    if ((await stat(dotGit)).isDirectory()) return dotGit;
  } catch {
    return null;
  }
  const target = /^gitdir: (.+?)\r?\n?$/.exec((await readSmallFile(dotGit, longestGitFile)) ?? '')?.[1];
  return target === undefined ? null : path.resolve(workTree, target);
}

/** Null when a commit and no branch is checked out. */
export async function readGitBranch(gitFolder: string): Promise<string | null> {
  const head = (await readSmallFile(path.join(gitFolder, 'HEAD'), longestGitFile)) ?? '';
  const branch = /^ref: refs\/heads\/(.+?)\s*$/.exec(head)?.[1] ?? null;
  // A repository with reftables keeps this in HEAD for programs that know only files.
  return branch === '.invalid' ? null : branch;
}
