import { userInfo } from 'node:os';
import { runCommand } from '../../lib/run-command.ts';

/** Names of users by number, asked once each. `id` also knows the users of a directory service. */
export class UserNames {
  readonly #id: string;
  readonly #timeoutMs: number;
  readonly #names = new Map<number, Promise<string | null>>();
  readonly #known = new Map<number, string | null>([[0, 'root']]);

  constructor(id: string, timeoutMs: number) {
    this.#id = id;
    this.#timeoutMs = timeoutMs;
    try {
      const { uid, username } = userInfo();
      this.#known.set(uid, username);
    } catch {
      // A user without an entry anywhere: asked for like any other.
    }
  }

  async nameOf(uid: number): Promise<string | null> {
    const known = this.#known.get(uid);
    if (known !== undefined) return known;
    const asked = this.#names.get(uid) ?? this.#ask(uid);
    this.#names.set(uid, asked);
    const name = await asked;
    this.#known.set(uid, name);
    return name;
  }

  /** What is known already. Asks in the background for the next time. */
  peek(uid: number): string | null {
    void this.nameOf(uid);
    return this.#known.get(uid) ?? null;
  }

  async #ask(uid: number): Promise<string | null> {
    try {
      const options = { timeoutMs: this.#timeoutMs };
      const { exitCode, stdout } = await runCommand(this.#id, ['-un', String(uid)], options);
      return exitCode === 0 ? stdout.toString('utf8').trim() || null : null;
    } catch {
      return null;
    }
  }
}
