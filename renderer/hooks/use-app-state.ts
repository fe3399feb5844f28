import { useStore } from 'zustand/react';
import type { AppState } from '../store/app-store.ts';
import { useApp } from './use-app.ts';

/** What the selector picks, kept up to date. The selector must return the same thing for the same state. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}
