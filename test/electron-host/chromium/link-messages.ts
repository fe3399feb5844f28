/** What the main thread asks of the thread that talks to Chromium. */
export type ToLink =
  | {
      readonly type: 'send';
      readonly id: number;
      readonly method: string;
      readonly params: object;
      readonly session?: string | undefined;
    }
  | {
      /** Calls a global function of a script world with a JSON value. */
      readonly type: 'deliver';
      readonly session: string;
      readonly context: number;
      readonly name: string;
      readonly value: unknown;
    }
  | { readonly type: 'kill' };

/** What that thread tells. */
export type FromLink =
  | { readonly type: 'result'; readonly id: number; readonly result: Readonly<Record<string, unknown>> }
  | { readonly type: 'refused'; readonly id: number; readonly message: string }
  | {
      readonly type: 'event';
      readonly session: string;
      readonly method: string;
      readonly params: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'message'; readonly session: string; readonly context: number; readonly value: unknown }
  | { readonly type: 'gone'; readonly code: number | null };

export interface LinkData {
  readonly program: string;
  readonly args: readonly string[];
}
