/** Where a command speaks and listens. */
export interface Terminal {
  /** Cells of standard output; null when it is no terminal. */
  readonly columns: number | null;
  readonly hasColours: boolean;
  /** True when a person can be asked: questions go to standard error, answers come from standard input. */
  readonly canAsk: boolean;
  /** Results, one line or several, on standard output. */
  print(text: string): void;
  /** Messages, on standard error. */
  tell(text: string): void;
  /** True for a clear yes; everything else, Ctrl-C included, is no. */
  ask(question: string): Promise<boolean>;
  /** Everything on standard input, at most so many characters. */
  readAll(mostCharacters: number): Promise<string>;
  /** From now on Ctrl-C and a request to end only abort this signal; a second Ctrl-C ends the program. */
  catchInterrupt(): AbortSignal;
  /** Aborted when the reader of standard output went away (`| head`). */
  readonly outputClosed: AbortSignal;
}
