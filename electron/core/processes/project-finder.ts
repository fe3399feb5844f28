import type { Project } from '../../../shared/contract/processes.ts';
import { type FoundProject, findProject, isStillTrue } from './find-project.ts';
import { waitFor } from './wait-for.ts';

/** A folder on a mount that does not answer may keep a look-up forever; nobody waits longer than this. */
const deadlineMs = 1500;
/** Each such look-up keeps one of the four threads that Node reads files with. */
const maxStuck = 2;
/** Folders remembered; the oldest is forgotten first. */
const maxRemembered = 2000;

export type FindProject = (folder: string, home: string) => Promise<FoundProject>;

/** Finds projects and remembers them by folder. Never rejects and never waits long: what is not known is null. */
export class ProjectFinder {
  readonly #home: string;
  readonly #find: FindProject;
  readonly #known = new Map<string, FoundProject>();
  readonly #running = new Map<string, Promise<Project | null>>();
  readonly #counted = new WeakSet<Promise<unknown>>();
  #stuck = 0;

  constructor(home: string, find: FindProject = findProject) {
    this.#home = home;
    this.#find = find;
  }

  async find(folder: string): Promise<Project | null> {
    const running = this.#running.get(folder) ?? this.#start(folder);
    if (!running) return null;
    const called = new AbortController();
    let isLate = false;
    const late = waitFor(deadlineMs, called.signal).then(() => {
      isLate = true;
      return null;
    });
    const project = await Promise.race([running, late]);
    if (isLate) this.#noteStuck(running);
    called.abort();
    return project;
  }

  #start(folder: string): Promise<Project | null> | null {
    if (this.#stuck >= maxStuck) return null;
    const running = this.#look(folder).finally(() => this.#running.delete(folder));
    this.#running.set(folder, running);
    return running;
  }

  async #look(folder: string): Promise<Project | null> {
    try {
      const known = this.#known.get(folder);
      if (known && (await isStillTrue(known))) return known.project;
      const found = await this.#find(folder, this.#home);
      this.#remember(folder, found);
      return found.project;
    } catch {
      return null;
    }
  }

  #remember(folder: string, found: FoundProject): void {
    this.#known.delete(folder);
    this.#known.set(folder, found);
    const [oldest] = this.#known.keys();
    if (this.#known.size > maxRemembered && oldest !== undefined) this.#known.delete(oldest);
  }

  #noteStuck(running: Promise<Project | null>): void {
    if (this.#counted.has(running)) return;
    this.#counted.add(running);
    this.#stuck += 1;
    void running.then(() => {
      this.#stuck -= 1;
    });
  }
}
