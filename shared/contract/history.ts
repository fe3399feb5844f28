import { z } from 'zod';
import { portNumberSchema, protocolSchema, reachSchema } from './ports.ts';
import { pidSchema } from './processes.ts';

const instant = z.iso.datetime({ precision: 3 });

/** One holder of one port, from when to when. */
export const heldSpanSchema = z.strictObject({
  id: z.string(),
  port: portNumberSchema,
  protocol: protocolSchema,
  /** Every address it was bound to meanwhile. */
  addresses: z.array(z.string()),
  reach: reachSchema,
  /** Program name; null while hidden. */
  name: z.string().nullable(),
  pid: pidSchema.nullable(),
  /** Its path. Arguments are not kept: they may hold what is secret. */
  program: z.string().nullable(),
  project: z.string().nullable(),
  /** Its label or product at that time. */
  what: z.string().nullable(),
  from: instant,
  /** True when it was there before Berth looked, so `from` is only when it was first seen. */
  sinceBefore: z.boolean(),
  /** Null while it is held. */
  to: instant.nullable(),
  /**
   * `closed`: it went by itself. `killed`, `restarted`: by Berth. `replaced`: another program has the port.
   * `unseen`: Berth was not running when it ended.
   */
  ended: z.enum(['closed', 'killed', 'restarted', 'replaced', 'unseen']).nullable(),
});
export type HeldSpan = Readonly<z.infer<typeof heldSpanSchema>>;

export const historyRequestSchema = z.strictObject({
  port: portNumberSchema.optional(),
  /** Only what was still held after this instant. */
  since: instant.optional(),
  /** Program, project or port to look for. */
  search: z.string().max(200).optional(),
  limit: z.int().min(1).max(5000).optional(),
});
export type HistoryRequest = Readonly<z.infer<typeof historyRequestSchema>>;

export const historySchema = z.strictObject({
  /** Newest first. */
  spans: z.array(heldSpanSchema),
  /** True when there are more than the limit. */
  cutOff: z.boolean(),
  /** When Berth was looking; in between it knows nothing. Oldest first. */
  watched: z.array(z.strictObject({ from: instant, to: instant.nullable() })),
});
export type History = Readonly<z.infer<typeof historySchema>>;
