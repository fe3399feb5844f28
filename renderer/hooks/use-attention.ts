import { useEffect } from 'react';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

/** Tells Berth whether this page is being looked at, and tells it again after every new connection. */
export function useAttention() {
  const { call } = useApp();
  const live = useAppState((state) => state.connection.phase === 'live');
  useEffect(() => {
    if (!live) return;
    const tell = () => void call('window.attention', { visible: document.visibilityState === 'visible' });
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [call, live]);
}
