import { userInfo } from 'node:os';
import { runCommand } from '../../lib/run-command.ts';

const timeoutMs = 3_000;

/** Names of users by number, asked once each. `id` also knows the users of a directory service. */
export class UserNames {
  readonly #id: string;
  readonly #names = new Map<number, Promise<string | null>>();
  readonly #known = new Map<number, string | null>([[0, 'root']]);

  constructor(id: string) {
    this.#id = id;
    const { uid, username } = userInfo();
    if (uid >= 0) this.#known.set(uid, username);
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
      const { exitCode, stdout } = await runCommand(this.#id, ['-un', String(uid)], { timeoutMs });
      return exitCode === 0 ? stdout.toString('utf8').trim() || null : null;
    } catch {
      return null;
    }
  }
}
