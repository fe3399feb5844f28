import { z } from 'zod';
import { folderDefaultsSchema } from './folders.ts';
import { portNumberSchema } from './ports.ts';

const programNames = z.array(z.string().min(1).max(100)).max(200);
const portNumbers = z.array(portNumberSchema).max(500);

/** Every setting. The defaults are in `default-settings.ts`, which needs no schema library. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'dark', 'light']),
  /** Milliseconds between two scans while somebody looks. With 800 a change is on the screen within a second. */
  scanIntervalMs: z.int().min(250).max(60_000),
  /** Names of programs that Berth never ends. */
  protectedNames: programNames,
  /** `when-more`: a dialog only when more than the obvious would end. */
  confirmKill: z.enum(['when-more', 'always']),
  /** `safe`: one cheap request to servers known to take it. `ask`: offers it. `off`: only where "Probe" is chosen. */
  automaticProbing: z.enum(['off', 'safe', 'ask']),
  /** Programs and ports that Berth never connects to. */
  neverProbeNames: programNames,
  neverProbePorts: portNumbers,
  /** Rows that the list leaves out, and says so. */
  hiddenNames: programNames,
  hiddenPorts: portNumbers,
  hideUdp: z.boolean(),
  hideSystem: z.boolean(),
  /** Ports whose opening, closing and change of owner is told. */
  watchedPorts: portNumbers,
  notifyWatched: z.boolean(),
  /** Tells of a new listener that other machines can reach. */
  notifyNetwork: z.boolean(),
  folderDefaults: folderDefaultsSchema,
  /** The port that a served folder tries first. */
  folderPort: portNumberSchema,
  /** As Electron writes it, `Control+Shift+B`; null for none. */
  globalShortcut: z.string().min(1).max(60).nullable(),
  startAtLogin: z.boolean(),
  /** Whether closing the window leaves Berth in the tray. */
  closeToTray: z.boolean(),
  checkForUpdates: z.boolean(),
  /** Whether the hints of the first start were put away. */
  welcomed: z.boolean(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** Only what should change. */
export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
