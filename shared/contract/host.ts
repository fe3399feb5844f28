import { z } from 'zod';

export const platformSchema = z.enum(['linux', 'darwin', 'win32']);
export type Platform = z.infer<typeof platformSchema>;

/** What this shell can do; the interface asks for these and never where it runs. */
export const capabilitySchema = z.enum([
  'kill',
  'label',
  'settings',
  'open-url',
  'probe',
  'serve',
  /** The system's own dialog for choosing a folder. */
  'choose-folder',
  /** Dropped files have a real path. */
  'drop-folders',
  'notify',
  'global-shortcut',
  'start-at-login',
  'tray',
  /** Menus outside the page that offer its commands. */
  'native-menu',
  'updates',
  /** Pages of the system's own settings can be opened. */
  'system-settings',
]);
export type Capability = z.infer<typeof capabilitySchema>;

export const hostSchema = z.strictObject({
  version: z.string(),
  platform: platformSchema,
  hostname: z.string(),
  user: z.string(),
  /** The user's home folder, to shorten paths with `~`. */
  home: z.string(),
  /** True for root or an elevated user, who sees every owner. */
  privileged: z.boolean(),
  /** Berth's own process. */
  pid: z.int(),
  capabilities: z.array(capabilitySchema),
});
export type Host = Readonly<z.infer<typeof hostSchema>>;
