import { z } from 'zod';
import { listenerSchema } from './ports.ts';
import { processSchema } from './processes.ts';

/** Where the list comes from and how that is going. Durations in milliseconds. */
export const sourceStatusSchema = z.strictObject({
  /** The reader in use: `proc`, `ss`, `netstat`, `lsof`, ... */
  name: z.string(),
  /** `paused`: nobody reads the ports until somebody says so. */
  state: z.enum(['starting', 'ok', 'slow', 'failing', 'paused']),
  durationMs: z.number(),
  /** What went wrong last, null after a clean scan. */
  lastError: z.string().nullable(),
  /** Why a better reader is not in use, null when the best one is. */
  fallbackReason: z.string().nullable(),
  /** Why containers behind some of the ports cannot be named, one sentence for each engine. Left out where all are. */
  containerProblems: z.array(z.string()).min(1).optional(),
});
export type SourceStatus = Readonly<z.infer<typeof sourceStatusSchema>>;

/** The whole state at one moment. Every change that follows carries the next sequence number. */
export const snapshotSchema = z.strictObject({
  sequence: z.int().min(0),
  scannedAt: z.iso.datetime({ precision: 3 }),
  source: sourceStatusSchema,
  listeners: z.array(listenerSchema),
  processes: z.array(processSchema),
});
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

export const listenerEventSchema = z.strictObject({
  kind: z.enum(['opened', 'closed', 'changed-owner']),
  listenerId: z.string(),
  at: z.iso.datetime({ precision: 3 }),
});
export type ListenerEvent = Readonly<z.infer<typeof listenerEventSchema>>;

/** What is different since the previous sequence number. Applying it twice changes nothing more. */
export const changesSchema = z.strictObject({
  sequence: z.int().min(1),
  scannedAt: z.iso.datetime({ precision: 3 }),
  listeners: z.array(listenerSchema),
  removedListeners: z.array(z.string()),
  processes: z.array(processSchema),
  removedProcesses: z.array(z.string()),
  events: z.array(listenerEventSchema),
});
export type Changes = Readonly<z.infer<typeof changesSchema>>;
