import { z } from 'zod';
import { killTargetSchema } from './kill.ts';
import { portNumberSchema, protocolSchema } from './ports.ts';
import { processIdentitySchema } from './processes.ts';

export const planRequestSchema = z.strictObject({ targets: z.array(killTargetSchema).min(1).max(200) });
export type PlanRequest = Readonly<z.infer<typeof planRequestSchema>>;

/** One listener that closes along with the one that was chosen. */
export const boundPortSchema = z.strictObject({
  protocol: protocolSchema,
  address: z.string(),
  port: portNumberSchema,
});
export type BoundPort = Readonly<z.infer<typeof boundPortSchema>>;

export const plannedProcessSchema = processIdentitySchema.extend({
  name: z.string(),
  user: z.string().nullable(),
  /** `owner` holds the port; `child` was started by an owner and would be left behind. */
  role: z.enum(['owner', 'child']),
});
export type PlannedProcess = Readonly<z.infer<typeof plannedProcessSchema>>;

/** Something that starts the program again, or a container around it, and its own way to stop. */
export const supervisorSchema = z.strictObject({
  /** `systemd unit nginx.service`, `container shop-db-1 (postgres:17)`, `nodemon (pid 812)`. */
  name: z.string(),
  /** Stops it instead: shown as it is, and run only when the person says so. Null where there is no tool for it. */
  command: z.array(z.string()).min(1).nullable(),
});
export type SupervisorFact = Readonly<z.infer<typeof supervisorSchema>>;

export const plannedTargetSchema = z.strictObject({
  port: portNumberSchema,
  protocol: protocolSchema,
  /**
   * `end`: the processes are ended. `stop-instead`: ending them would be undone or do harm, so its supervisor or container
   * should be stopped. The others say why nothing can be ended.
   */
  verdict: z.enum(['end', 'stop-instead', 'gone', 'replaced', 'hidden', 'denied', 'refused']),
  /** Children before parents. */
  processes: z.array(plannedProcessSchema),
  alsoCloses: z.array(boundPortSchema),
  supervisor: supervisorSchema.nullable(),
  /** A command that does the same with more rights, to copy; null where this user has enough. */
  elevated: z.string().nullable(),
  /**
   * Where more rights would do it: `system`, a kill with `elevate` lets the system ask for an administrator; `command`, only
   * the command in `elevated`. Null where rights are not what is missing, or nothing is known to help.
   */
  elevation: z.enum(['system', 'command']).nullable(),
  /** One sentence. */
  reason: z.string(),
});
export type PlannedTarget = Readonly<z.infer<typeof plannedTargetSchema>>;

export const killPlanSchema = z.strictObject({
  targets: z.array(plannedTargetSchema),
  /** True when it holds more than the obvious, which is one process that holds nothing else. */
  needsConsent: z.boolean(),
});
export type KillPlanDocument = Readonly<z.infer<typeof killPlanSchema>>;

/**
 * How a running kill is told to go on: `force` skips the rest of the waiting, `wait` gives it half a minute more, `give-up`
 * sends nothing more. Without a port the whole run is meant; without a protocol both of the port.
 */
export const killSteerSchema = z.strictObject({
  runId: z.string().min(1).max(64),
  wish: z.enum(['force', 'wait', 'give-up']),
  port: portNumberSchema.optional(),
  protocol: protocolSchema.optional(),
});
export type KillSteer = Readonly<z.infer<typeof killSteerSchema>>;

export const killProgressSchema = z.strictObject({
  runId: z.string(),
  port: portNumberSchema,
  protocol: protocolSchema,
  /** `elevating`: the system asks for an administrator. `asked`: signal sent. `closing`: visibly shutting down. `forcing`. `watching`: ended, looking who takes the port. */
  stage: z.enum(['elevating', 'asked', 'closing', 'forcing', 'watching']),
  waitedMs: z.number(),
  /** Milliseconds after the start at which it will be forced; null when it will not be. */
  forceAtMs: z.number().nullable(),
});
export type KillProgress = Readonly<z.infer<typeof killProgressSchema>>;

/** The command is the one the plan showed; anything else is refused. */
export const stopSupervisorSchema = z.strictObject({
  target: killTargetSchema,
  command: z.array(z.string().max(1000)).min(1).max(50),
});
export type StopSupervisor = Readonly<z.infer<typeof stopSupervisorSchema>>;

export const stoppedSupervisorSchema = z.strictObject({
  /** The port can be bound afterwards. */
  freed: z.boolean(),
  exitCode: z.int().nullable(),
  /** The last lines of what the tool said. */
  output: z.string(),
  message: z.string(),
});
export type StoppedSupervisor = Readonly<z.infer<typeof stoppedSupervisorSchema>>;
