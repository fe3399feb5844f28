/** What the app has to know of a window to end it. */
export interface OpenWindow {
  readonly id: number;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

/** Every window that was opened and not destroyed, by its number. */
export const openWindows = new Map<number, OpenWindow>();
