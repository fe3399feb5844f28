import { runningChromium } from '../host.ts';
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

interface Asker {
  readonly contents: unknown;
  /** As Electron writes it, and as Chromium knows it. */
  readonly origin: string;
  readonly pageOrigin: string;
}

/**
 * Puts the app's answers into Chromium ahead of every question, since headless Chromium asks nobody. What the app has no handler for
 * is granted, as in Electron.
 */
export async function applyPermissions(asker: Asker): Promise<void> {
  const asked = [
    ...Object.entries(permissions).map(([name, descriptor]) => ({ name, descriptor, details: {} })),
    ...media.map(({ mediaType, descriptor }) => ({ name: 'media', descriptor, details: { mediaType } })),
  ];
  await Promise.all(
    asked.map(({ name, descriptor, details }) =>
      runningChromium().send('Browser.setPermission', {
        permission: descriptor,
        setting: isGranted(asker, name, details) ? 'granted' : 'denied',
        origin: asker.pageOrigin,
      }),
    ),
  );
}

function isGranted({ contents, origin }: Asker, permission: string, more: object): boolean {
  const details = { ...more, requestingUrl: `${origin}/`, isMainFrame: true };
  let answer = true;
  permissionHandlers.ask?.(contents, permission, (granted) => void (answer = granted), details);
  return answer && (permissionHandlers.check?.(contents, permission, `${origin}/`, details) ?? true);
}
