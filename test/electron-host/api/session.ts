import { refuseUnknown } from '../refuse-unknown.ts';
import { app } from './app.ts';
import { protocol } from './protocol.ts';

type Ask = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type Check = (contents: unknown, permission: string, origin: string, details: object) => boolean;

export const permissionHandlers: { ask: Ask | null; check: Check | null } = { ask: null, check: null };

const defaultSession = refuseUnknown('session', {
  protocol,
  setPermissionRequestHandler(handler: Ask | null): void {
    permissionHandlers.ask = handler;
  },
  setPermissionCheckHandler(handler: Check | null): void {
    permissionHandlers.check = handler;
  },
  // Headless Chromium offers neither devices nor screens, so these are never asked.
  setDevicePermissionHandler(): void {},
  setDisplayMediaRequestHandler(): void {},
  setSpellCheckerEnabled(): void {},
});

export type HostSession = typeof defaultSession;

export const session = refuseUnknown('session', {
  get defaultSession(): HostSession {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});
