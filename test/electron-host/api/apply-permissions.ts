import { runningChromium } from '../host.ts';
import { fromPageAddress } from './scheme-addresses.ts';
import { permissionHandlers } from './session.ts';

/** Electron's name of a permission, and the one that Chromium's DevTools protocol knows it by. */
const permissions: Readonly<Record<string, object>> = {
  geolocation: { name: 'geolocation' },
  notifications: { name: 'notifications' },
  midi: { name: 'midi' },
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write', allowWithoutSanitization: false },
  'storage-access': { name: 'storage-access' },
};

/** Camera and microphone are one permission in Electron, told apart by its details. */
const media = [
  { mediaType: 'video', descriptor: { name: 'camera' } },
  { mediaType: 'audio', descriptor: { name: 'microphone' } },
];

/**
 * Puts the app's answers into Chromium ahead of every question, since headless Chromium asks nobody. What the app has no handler for
 * is granted, as in Electron. `pageAddress` is the address as Chromium knows it.
 */
export async function applyPermissions(contents: unknown, pageAddress: string): Promise<void> {
  const { origin: pageOrigin } = new URL(pageAddress);
  // A page without an origin, like about:blank or data:, has no permissions that could be set.
  if (pageOrigin === 'null') return;
  const origin = fromPageAddress(`${pageOrigin}/`);
  const asked = [
    ...Object.entries(permissions).map(([name, descriptor]) => ({ name, descriptor, details: {} })),
    ...media.map(({ mediaType, descriptor }) => ({ name: 'media', descriptor, details: { mediaType } })),
  ];
  await Promise.all(
    asked.map(({ name, descriptor, details }) =>
      runningChromium().send('Browser.setPermission', {
        permission: descriptor,
        setting: isGranted(contents, origin, name, details) ? 'granted' : 'denied',
        origin: pageOrigin,
      }),
    ),
  );
}

function isGranted(contents: unknown, origin: string, permission: string, more: object): boolean {
  const details = { ...more, requestingUrl: origin, isMainFrame: true };
  let answer = true;
  const keep = (granted: boolean) => {
    answer = granted;
  };
  permissionHandlers.ask?.(contents, permission, keep, details);
  return answer && (permissionHandlers.check?.(contents, permission, origin, details) ?? true);
}
