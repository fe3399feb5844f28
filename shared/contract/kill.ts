import { z } from 'zod';
import { portNumberSchema, protocolSchema } from './ports.ts';
import { processIdentitySchema } from './processes.ts';
import { undoSchema } from './undo.ts';

/** What became of the port, not which signal was sent. */
export const outcomeSchema = z.enum([
  'freed',
  'survived',
  'respawned',
  'taken',
  'denied',
  'gone',
  'replaced',
  'refused',
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * One port with what the person saw there when deciding. An owner that is not in the list is never signalled, and a
 * container is stopped only when it is the one that is named.
 */
export const killTargetSchema = z
  .strictObject({
    port: portNumberSchema,
    protocol: protocolSchema,
    /** Empty where the container is all that can be seen. */
    owners: z.array(processIdentitySchema).max(1000),
    /** Id of the container behind the port, to stop it in place of what only passes the port on. */
    container: z.string().min(1).max(200).optional(),
  })
  .refine(({ owners, container }) => owners.length > 0 || container !== undefined, {
    message: 'Neither an owner nor a container is named.',
  });
export type KillTarget = Readonly<z.infer<typeof killTargetSchema>>;

export const killRequestSchema = z.strictObject({
  targets: z.array(killTargetSchema).min(1).max(200),
  /** Skip the graceful signal. */
  force: z.boolean(),
  /** The person wants the system to ask for an administrator where this user may not end an owner. */
  elevate: z.boolean().optional(),
  /** Names this run, for its progress and for steering it. */
  runId: z.string().min(1).max(64).optional(),
});
export type KillRequest = Readonly<z.infer<typeof killRequestSchema>>;

export const killedProcessSchema = z.strictObject({
  pid: z.int(),
  startTime: z.iso.datetime({ precision: 3 }),
  name: z.string(),
  ended: z.boolean(),
});

export const killResultSchema = z.strictObject({
  port: portNumberSchema,
  outcome: outcomeSchema,
  /** In the order sent: `SIGTERM`, `SIGKILL`, `taskkill`, ... */
  signals: z.array(z.string()),
  waitedMs: z.number(),
  processes: z.array(killedProcessSchema),
  /** Who holds the port now, when that is somebody. */
  newOwner: z.strictObject({ pid: z.int(), name: z.string() }).nullable(),
  /** What started it again: `systemd unit nginx.service`, `nodemon (pid 812)`. */
  supervisor: z.string().nullable(),
  /** Stops what started it again, to be shown and run only when the person says so. */
  supervisorCommand: z.array(z.string()).min(1).nullable(),
  /** Takes the kill back; null where the launch record is incomplete. */
  undo: undoSchema.nullable(),
  /** One sentence: what is so now and what to do next. */
  message: z.string(),
});
export type KillResult = Readonly<z.infer<typeof killResultSchema>>;

export const killReportSchema = z.strictObject({ results: z.array(killResultSchema) });
export type KillReport = Readonly<z.infer<typeof killReportSchema>>;

export { isPortFree } from './is-port-free.ts';
