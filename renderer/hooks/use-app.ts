import { useContext } from 'react';
import type { App } from '../store/app.ts';
import { AppContext } from './app-context.ts';

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('There is no app around this component.');
  return app;
}
