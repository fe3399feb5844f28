import type { Settings } from '../../shared/contract/settings.ts';
import { announce } from '../store/announce.ts';
import type { App } from '../store/app.ts';
import type { Command } from './command.ts';
import { whyOffline } from './why-not.ts';

export const followSystemTheme = themeCommand('system', 'Follow the system’s theme');
export const chooseDarkTheme = themeCommand('dark', 'Use the dark theme');
export const chooseLightTheme = themeCommand('light', 'Use the light theme');

function themeCommand(theme: Settings['theme'], title: string): Command {
  return {
    id: `theme-${theme}`,
    area: 'app',
    title,
    keys: [],
    enabled: ({ connection: { phase, host } }) =>
      phase === 'live' && host !== null && host.capabilities.includes('settings'),
    whyNot: (state) => whyOffline(state) ?? 'This Berth keeps no settings.',
    run: (app) => void changeTheme(app, theme),
  };
}

async function changeTheme({ store, call, facts }: App, theme: Settings['theme']) {
  const outcome = await call('settings.change', { theme });
  if (outcome.ok) facts.settings(outcome.value);
  else announce(store, outcome.failure.message);
}
