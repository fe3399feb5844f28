/** One line per happening. Never receives command lines, environments or anything that was typed. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** Returns an id that can be shown to the person and found again in the log. */
  error(message: string, cause: unknown): string;
}
