import type { z } from 'zod';
import { servedFoldersSchema } from './folders.ts';
import { killProgressSchema } from './kill-plan.ts';
import { navigateSchema, runCommandSchema } from './navigation.ts';
import { probeAnswerSchema } from './probes.ts';
import { settingsSchema } from './settings.ts';
import { changesSchema, sourceStatusSchema } from './snapshot.ts';

/** Everything that is told without being asked. Only `changes` is numbered. */
export const events = {
  changes: changesSchema,
  source: sourceStatusSchema,
  settings: settingsSchema,
  'kill-progress': killProgressSchema,
  /** The newest answer of one listener. */
  probe: probeAnswerSchema,
  /** All served folders, whenever one changed. */
  folders: servedFoldersSchema,
  /** The tray, a notification or the menu wants something shown. */
  navigate: navigateSchema,
  /** A command chosen in a native menu. */
  'run-command': runCommandSchema,
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;
