import { z } from 'zod';
import { portNumberSchema } from './ports.ts';

export const placeSchema = z.enum(['ports', 'folders', 'doctor', 'history', 'settings']);
export type Place = z.infer<typeof placeSchema>;

/** What a window should show now. */
export const navigateSchema = z.strictObject({
  place: placeSchema,
  /** The port to select there. */
  port: portNumberSchema.optional(),
  /** The listener to select there; goes before `port`. */
  listenerId: z.string().min(1).max(200).optional(),
  /** The question to ask about it: a kill that needs consent. */
  ask: z.enum(['kill']).optional(),
  /** Paths that were dropped or given and could not be served, each with its reason. */
  message: z.string().optional(),
});
export type Navigate = Readonly<z.infer<typeof navigateSchema>>;

/** The id of a command as the interface defines it. */
export const runCommandSchema = z.strictObject({ id: z.string().min(1).max(60) });
export type RunCommand = Readonly<z.infer<typeof runCommandSchema>>;
