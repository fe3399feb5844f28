import type { UpdatesOff } from './updates-are-possible.ts';

/** Where Berth stands with a newer version of itself. `version` is always that newer one. */
export type UpdateState =
  | { readonly kind: 'off'; readonly reason: UpdatesOff }
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'available'; readonly version: string }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly doing: 'check' | 'download'; readonly message: string };
