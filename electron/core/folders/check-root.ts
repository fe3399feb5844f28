import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ServeResult } from '../../../shared/contract/folders.ts';
import { type DangerQuestion, dangerOf } from './danger-of.ts';

export type RootCheck =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly refusal: Extract<ServeResult, { outcome: 'refused' }> };

export interface RootQuestion extends Omit<DangerQuestion, 'folder'> {
  readonly given: string;
  readonly despiteWarning: boolean;
}

/** Whether this folder can be served, with its true path, or the sentence that says why not. */
export async function checkRoot(question: RootQuestion): Promise<RootCheck> {
  const { given, platform, despiteWarning } = question;
  const { isAbsolute, dirname } = platform === 'win32' ? path.win32 : path.posix;
  if (!isAbsolute(given) || given.includes('\0')) {
    return refuse('missing', `${shown(given)} is not a full path. Give the path from the root on.`);
  }
  try {
    const folder = await realpath(given);
    const facts = await stat(folder);
    if (!facts.isDirectory()) {
      const parent = dirname(folder);
      return refuse(
        'not-a-folder',
        `${shown(given)} is a file. Berth serves folders: serve ${parent} instead?`,
        parent,
      );
    }
    await access(folder, constants.R_OK | constants.X_OK);
    const danger = dangerOf({ ...question, folder });
    if (danger !== null && !despiteWarning) return refuse('dangerous', danger);
    return { ok: true, path: folder };
  } catch (error) {
    return explain(given, error as NodeJS.ErrnoException);
  }
}

function explain(given: string, { code, message }: NodeJS.ErrnoException): RootCheck {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return refuse('missing', `There is no folder ${shown(given)}. It may have been moved or deleted.`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return refuse(
      'unreadable',
      `${shown(given)} cannot be read by you. Change its permissions, or choose another folder.`,
    );
  }
  return refuse('unreadable', `${shown(given)} cannot be read: ${message}`);
}

type Refused = Extract<ServeResult, { outcome: 'refused' }>;

function refuse(reason: Refused['reason'], message: string, offer: string | null = null): RootCheck {
  return { ok: false, refusal: { outcome: 'refused', reason, message, offer } };
}

/** A path can be as long as it likes; a sentence cannot. */
function shown(given: string): string {
  return given.length <= 200 ? given : `${given.slice(0, 199)}…`;
}
