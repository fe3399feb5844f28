import { readFileSync, statSync } from 'node:fs';

/** Names from the passwd file, which is read again when it changed. */
export class UserNames {
  readonly #file: string;
  #version = '';
  #names: ReadonlyMap<number, string> = new Map();

  constructor(file = '/etc/passwd') {
    this.#file = file;
  }

  /** Null for a user who is not in the file: accounts of a directory server are not. */
  nameOf(uid: number): string | null {
    return this.#names.get(uid) ?? null;
  }

  refresh(): void {
    try {
      const { mtimeMs, size, ino } = statSync(this.#file);
      const version = `${mtimeMs} ${size} ${ino}`;
      if (version === this.#version) return;
      this.#names = parsePasswd(readFileSync(this.#file, 'utf8'));
      this.#version = version;
    } catch {
      // Without the file users are shown by number.
    }
  }
}

/** The first name of a number counts, as for getpwuid(3). */
export function parsePasswd(content: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const line of content.split('\n')) {
    const [name, , uid] = line.split(':');
    if (name && !name.startsWith('#') && uid && /^\d+$/.test(uid) && !names.has(Number(uid))) {
      names.set(Number(uid), name);
    }
  }
  return names;
}
