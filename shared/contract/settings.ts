import { z } from 'zod';

/** Every setting with its default; a file written by an older Berth is filled up with these. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'dark', 'light']).default('system'),
  /** Milliseconds between two scans while somebody looks. With 800 a change is on the screen within a second. */
  scanIntervalMs: z.int().min(250).max(60_000).default(800),
  /** Names of programs that Berth never ends. */
  protectedNames: z.array(z.string().min(1).max(100)).max(200).default([]),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** Only what should change. */
export const settingsChangeSchema = z.strictObject({
  theme: settingsSchema.shape.theme.unwrap().optional(),
  scanIntervalMs: settingsSchema.shape.scanIntervalMs.unwrap().optional(),
  protectedNames: settingsSchema.shape.protectedNames.unwrap().optional(),
});
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
