import { protocol } from 'electron';
import { answerAppRequest } from './answer-app-request.ts';
import { appScheme } from './own-page.ts';

/** Must run before the app is ready: Chromium reads the schemes once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built interface, and nothing else of this machine, under `app://berth/`. */
export function serveAppScheme(uiFolder: string): void {
  protocol.handle(appScheme, (request) => answerAppRequest(uiFolder, request));
}
