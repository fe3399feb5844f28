import { useEffect } from 'react';
import { useAppState } from './use-app-state.ts';

/** Puts the chosen theme on the page; without a choice the system's holds. */
export function useTheme() {
  const theme = useAppState((state) => state.connection.settings?.theme ?? 'system');
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [theme]);
}
