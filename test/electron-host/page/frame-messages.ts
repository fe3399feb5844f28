/** What the preload's world tells the stand-in. Only JSON values travel. */
export type FromFrame =
  | {
      readonly type: 'send';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly url: string;
    }
  | {
      readonly type: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly url: string;
    }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number }
  | { readonly type: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly type: 'preload-error'; readonly message: string; readonly stack: string };

/** What the stand-in tells the preload's world. */
export type ToFrame =
  | {
      readonly type: 'event';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly type: 'reply'; readonly id: number; readonly result?: unknown; readonly error?: string }
  | { readonly type: 'port'; readonly port: number; readonly data: unknown }
  | { readonly type: 'port-closed'; readonly port: number };

/** What the scripts that run in the page are told when they start. */
export interface WorldConfig {
  /** Name of the isolated world and of the event that joins the two worlds. Random, so that no page can guess it. */
  readonly nonce: string;
  /** Global function of the isolated world that reaches the stand-in; taken away before the preload runs. */
  readonly binding: string;
  /** Global function of the isolated world through which the stand-in answers. */
  readonly deliver: string;
  readonly preloadFile: string;
  readonly contextIsolation: boolean;
  readonly process: Readonly<Record<string, unknown>>;
}
