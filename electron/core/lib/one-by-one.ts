/** Runs one thing at a time, in the order in which they came. What fails keeps nobody waiting. */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
