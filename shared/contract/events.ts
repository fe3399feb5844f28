import type { z } from 'zod';
import { killProgressSchema } from './kill-plan.ts';
import { settingsSchema } from './settings.ts';
import { changesSchema, sourceStatusSchema } from './snapshot.ts';

/** Everything that is told without being asked. Only `changes` is numbered. */
export const events = {
  changes: changesSchema,
  source: sourceStatusSchema,
  settings: settingsSchema,
  'kill-progress': killProgressSchema,
} as const satisfies Record<string, z.ZodType>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = z.output<Events[N]>;
