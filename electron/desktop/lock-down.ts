import { app, type Session, shell, type WebContents } from 'electron';
import { isPermissionGranted } from './is-permission-granted.ts';
import { mayOpenOutside } from './may-open-outside.ts';
import { isOwnPage } from './own-page.ts';

/** Takes from every page what Berth's page does not need. Electron grants most of it by default. */
export function lockDown(session: Session, warn: (message: string) => void): void {
  refusePermissions(session);
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, warn));
}

function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isPermissionGranted(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { requestingUrl }) =>
    isPermissionGranted(permission, requestingUrl ?? origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

function keepInPlace(contents: WebContents, warn: (message: string) => void): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url).catch(() => warn('the browser of this system could not be opened'));
    return { action: 'deny' };
  });
}

async function openOutside(address: string): Promise<void> {
  const allowed = mayOpenOutside(address);
  if (allowed) await shell.openExternal(allowed);
}
