import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Project } from '../../../shared/contract/processes.ts';
import { frameworksIn } from './frameworks-in.ts';
import { findGitFolder, readGitBranch } from './read-git-branch.ts';
import { manifests, nameProject, readManifests } from './read-manifest.ts';

/** A project, with the times of everything that was looked at: as long as they are the same, so is the project. */
export interface FoundProject {
  readonly project: Project | null;
  readonly times: ReadonlyMap<string, number | null>;
}

/** Looks from a folder upward for the nearest manifest or work tree. */
export async function findProject(folder: string, home: string): Promise<FoundProject> {
  const times = new Map<string, number | null>();
  let root: Root | null = null;
  let gitFolder: string | null = null;
  for (const candidate of foldersToSearch(folder, home)) {
    await noteTime(candidate, times);
    gitFolder = await findGitFolder(candidate);
    root ??= await rootAt(candidate, gitFolder !== null);
    if (gitFolder) break;
  }
  return { project: root && (await readProject(root, gitFolder, times)), times };
}

interface Root {
  readonly folder: string;
  /** The first names the project; what it depends on can stand in each. */
  readonly manifests: readonly string[];
}

async function rootAt(folder: string, isWorkTree: boolean): Promise<Root | null> {
  const manifests = await manifestsIn(folder);
  return manifests.length > 0 || isWorkTree ? { folder, manifests } : null;
}

/** True when nothing that was looked at has changed. */
export async function isStillTrue({ times }: FoundProject): Promise<boolean> {
  const now = await Promise.all([...times].map(async ([file, time]) => (await modifiedAt(file)) === time));
  return now.every(Boolean);
}

/**
 * The folder and those above it that can be a project, nearest first. Never the root of the file system, never what
 * holds the homes. A home itself counts only for what runs right in it: a manifest that lies about there, or a work tree
 * of dot files, is not the project of everything below.
 */
export function foldersToSearch(folder: string, home: string): readonly string[] {
  if (!path.isAbsolute(folder)) return [];
  const folders: string[] = [];
  const start = path.resolve(folder);
  const homes = path.dirname(path.resolve(home));
  for (let at = start; at !== path.dirname(at) && at !== homes; at = path.dirname(at)) {
    if (at === path.resolve(home) && at !== start) break;
    folders.push(at);
  }
  return folders;
}

async function manifestsIn(folder: string): Promise<readonly string[]> {
  const names = [...manifests.keys()];
  const found = await Promise.all(names.map((name) => isFile(path.join(folder, name))));
  return names.filter((_, index) => found[index]);
}

async function readProject(
  { folder, manifests: names }: Root,
  gitFolder: string | null,
  times: Map<string, number | null>,
): Promise<Project> {
  const [manifest = null] = names;
  for (const name of names) await noteTime(path.join(folder, name), times);
  if (gitFolder) await noteTime(path.join(gitFolder, 'HEAD'), times);
  const contents = await readManifests(folder, names);
  const frameworks = frameworksIn(contents);
  return {
    name: manifest ? nameProject(folder, manifest, contents.get(manifest)) : path.basename(folder),
    root: folder,
    manifest,
    branch: gitFolder && (await readGitBranch(gitFolder)),
    ...(frameworks.length > 0 && { frameworks }),
  };
}

async function noteTime(file: string, times: Map<string, number | null>): Promise<void> {
  times.set(file, await modifiedAt(file));
}

async function modifiedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
