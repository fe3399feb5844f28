import { createContext } from 'react';
import type { App } from '../store/app.ts';

export const AppContext = createContext<App | null>(null);
