import { useState } from 'react';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { announce } from '../store/announce.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

export interface Setting<T> {
  readonly value: T;
  readonly isDefault: boolean;
  readonly fallback: T;
  /** False where Berth cannot be asked, or keeps no settings. */
  readonly enabled: boolean;
  /** What went wrong with the last change, a sentence. */
  readonly failure: string | null;
  readonly change: (next: T) => void;
  readonly reset: () => void;
}

/** One setting: what it is, what it would be, and changing it at once. */
export function useSetting<K extends keyof Settings>(key: K): Setting<Settings[K]> {
  const { call, facts, store } = useApp();
  const value = useAppState((state) => (state.connection.settings ?? defaultSettings)[key]);
  const enabled = useAppState(
    ({ connection: { phase, host } }) =>
      phase === 'live' && (host?.capabilities.includes('settings') ?? false),
  );
  const [failure, setFailure] = useState<string | null>(null);
  const fallback = defaultSettings[key];
  const change = async (next: Settings[K]) => {
    const outcome = await call('settings.change', { [key]: next });
    setFailure(outcome.ok ? null : outcome.failure.message);
    if (outcome.ok) facts.settings(outcome.value);
    else announce(store, outcome.failure.message);
  };
  return {
    value,
    fallback,
    isDefault: JSON.stringify(value) === JSON.stringify(fallback),
    enabled,
    failure,
    change: (next) => void change(next),
    reset: () => void change(fallback),
  };
}
