import { readFile, rename, stat } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import { OneByOne } from './one-by-one.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

export interface JsonFileOptions<T> {
  readonly file: string;
  /** What the person calls it: `settings`, `labels`. */
  readonly what: string;
  /** What holds while there is no file. */
  readonly initial: T;
  /** Null when the content is not what it should be. Called only when there is a file. */
  readonly parse: (content: unknown) => Promise<T | null>;
  /** Hears a sentence for the person when a file could not be used. */
  readonly tell: (sentence: string) => void;
}

/** A small JSON file that several programs of one user may read and write. */
export class JsonFile<T> {
  readonly #options: JsonFileOptions<T>;
  #version = '';
  #value: T;
  #isReadable = true;
  readonly #queue = new OneByOne();

  constructor(options: JsonFileOptions<T>) {
    this.#options = options;
    this.#value = options.initial;
  }

  /** What the file says now. Never fails: a file that cannot be used is told and counts as not there. */
  read(): Promise<T> {
    return this.#queue.run(() => this.#load());
  }

  /** Changes what the file says at the moment of writing, so that nothing another program wrote is lost. */
  change(make: (now: T) => T): Promise<Outcome<T>> {
    return this.#queue.run(async () => {
      const next = make(await this.#load());
      if (!this.#isReadable)
        return this.#refuse('storage-failed', 'it cannot be read, so it is left as it is');
      try {
        await writeFileAtomic(this.#options.file, `${JSON.stringify(next, null, 2)}\n`);
      } catch (error) {
        return this.#explain(error as NodeJS.ErrnoException);
      }
      // Another program may have written right after, so what is there is read again when it is asked for.
      this.#version = 'just written';
      return succeed(next);
    });
  }

  async #load(): Promise<T> {
    const version = await this.#versionOnDisk();
    if (version === this.#version) return this.#value;
    this.#version = version;
    this.#isReadable = true;
    this.#value = version === '' ? this.#options.initial : await this.#readFile();
    return this.#value;
  }

  /** Empty when there is no file. */
  async #versionOnDisk(): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#options.file);
      return `${mtimeMs} ${size} ${ino}`;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : 'unreachable';
    }
  }

  async #readFile(): Promise<T> {
    const { file, what, initial, parse, tell } = this.#options;
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      this.#isReadable = false;
      tell(`The ${what} in ${file} cannot be read (${reasonOf(error)}), so the defaults are used.`);
      return initial;
    }
    const value = await parse(jsonOf(text));
    if (value !== null) return value;
    tell(`The ${what} in ${file} are damaged, so the defaults are used. ${await this.#keepAside()}`);
    return initial;
  }

  async #keepAside(): Promise<string> {
    const { file } = this.#options;
    try {
      await rename(file, `${file}.broken`);
      this.#version = '';
      return `The old file is kept as ${file}.broken.`;
    } catch (error) {
      this.#isReadable = false;
      return `The old file could not be moved aside (${reasonOf(error)}).`;
    }
  }

  #explain(error: NodeJS.ErrnoException): Outcome<never> {
    const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    return isFull
      ? this.#refuse('storage-full', 'the disk is full. Free some space and try again')
      : this.#refuse('storage-failed', reasonOf(error));
  }

  #refuse(code: 'storage-full' | 'storage-failed', reason: string): Outcome<never> {
    const { what, file } = this.#options;
    return fail(
      code,
      `The ${what} could not be saved in ${file}: ${reason}. What was saved before is unchanged.`,
    );
  }
}

/** Undefined, which no schema accepts, for text that is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'this user may not';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOTDIR':
      return 'a part of the path is not a folder';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
