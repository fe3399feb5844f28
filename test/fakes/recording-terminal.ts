import type { Terminal } from '../../electron/cli/terminal.ts';

/** A terminal that keeps what was said and answers as it was told to. */
export class RecordingTerminal implements Terminal {
  columns: number | null = null;
  hasColours = false;
  /** What a person would answer; null when nobody can be asked. */
  answer: boolean | null = null;
  /** What stands on standard input. */
  input = '';
  readonly out: string[] = [];
  readonly messages: string[] = [];
  readonly questions: string[] = [];
  readonly #interrupt = new AbortController();
  readonly #close = new AbortController();
  readonly outputClosed = this.#close.signal;

  get canAsk(): boolean {
    return this.answer !== null;
  }

  print(text: string): void {
    this.out.push(text);
  }

  tell(text: string): void {
    this.messages.push(text);
  }

  async ask(question: string): Promise<boolean> {
    this.questions.push(question);
    return this.answer ?? false;
  }

  async readAll(mostCharacters: number): Promise<string> {
    return this.input.slice(0, mostCharacters);
  }

  catchInterrupt(): AbortSignal {
    return this.#interrupt.signal;
  }

  /** What Ctrl-C does. */
  interrupt(): void {
    this.#interrupt.abort();
  }

  closeOutput(): void {
    this.#close.abort();
  }

  get outText(): string {
    return this.out.join('\n');
  }

  get messageText(): string {
    return this.messages.join('\n');
  }
}
