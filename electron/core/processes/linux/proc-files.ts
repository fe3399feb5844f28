import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/** Files of one process. Reading /proc does not wait for a disk, so it is done at once. Null: gone or not permitted. */
export class ProcFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  read(pid: number, name: string): Buffer | null {
    try {
      return readFileSync(`${this.#root}/${pid}/${name}`);
    } catch {
      return null;
    }
  }

  /** Where a link leads, without the mark that the kernel puts behind the path of something deleted. */
  link(pid: number, name: string): string | null {
    try {
      const target = readlinkSync(`${this.#root}/${pid}/${name}`);
      return target.endsWith(deletedMark) && !existsSync(target)
        ? target.slice(0, -deletedMark.length)
        : target;
    } catch {
      return null;
    }
  }
}

const deletedMark = ' (deleted)';
