import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

/** A lock that has not been touched for so long belongs to nobody any more; milliseconds. */
export const lockLivesFor = 90_000;

/** One of several Berths may write. The lock is a file that begins with the writer's pid, touched from time to time. */
export class WriterLock {
  readonly #file: string;
  /** Tells our lock from one that another Berth put in its place while this one slept. */
  readonly #mark = `${process.pid} ${randomUUID()}`;
  #isHeld = false;

  constructor(file: string) {
    this.#file = file;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Takes the lock when it is free or left behind, and keeps it fresh when it is ours. */
  async take(now: number): Promise<boolean> {
    if (this.#isHeld && (await this.#refresh(now))) return true;
    this.#isHeld = false;
    await mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 });
    if (await this.#isLeftBehind(now)) await rm(this.#file, { force: true });
    this.#isHeld = await this.#create();
    return this.#isHeld;
  }

  async release(): Promise<void> {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    if (await this.#isOurs()) await rm(this.#file, { force: true }).catch(() => undefined);
  }

  /** False when it is not ours any more. */
  async #refresh(now: number): Promise<boolean> {
    if (!(await this.#isOurs())) return false;
    return utimes(this.#file, now / 1000, now / 1000).then(
      () => true,
      () => false,
    );
  }

  async #isOurs(): Promise<boolean> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    return text.trim() === this.#mark;
  }

  async #create(): Promise<boolean> {
    try {
      const handle = await open(this.#file, 'wx', 0o600);
      await handle.writeFile(`${this.#mark}\n`);
      await handle.close();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  async #isLeftBehind(now: number): Promise<boolean> {
    try {
      const [{ mtimeMs }, text] = await Promise.all([stat(this.#file), readFile(this.#file, 'utf8')]);
      const pid = Number.parseInt(text, 10);
      // Written a moment ago and still empty: its writer is between the two steps.
      if (text === '') return now - mtimeMs > lockLivesFor;
      return now - mtimeMs > lockLivesFor || !isAlive(pid);
    } catch {
      return false;
    }
  }
}

/** Signal 0 asks and does nothing. Another user's process answers EPERM. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
