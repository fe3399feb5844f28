export type Theme = 'dark' | 'light';

/** One state of the interface and the way into it. */
export interface Scene {
  /** Becomes the name of the picture: `list-grouped`. */
  readonly name: string;
  /** Shows the whole interface in that state, and returns once it stands. */
  show(theme: Theme): Promise<unknown>;
}
