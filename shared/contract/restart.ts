import { z } from 'zod';
import { killTargetSchema } from './kill.ts';
import { portNumberSchema } from './ports.ts';
import { pidSchema, processIdentitySchema } from './processes.ts';

export const restartRequestSchema = z.strictObject({ target: killTargetSchema });
export type RestartRequest = Readonly<z.infer<typeof restartRequestSchema>>;

/**
 * `back`: the same port listens again. `exited`: the program ended before it listened. `silent`: it runs and does not
 * listen yet. `taken`: somebody else took the port. `not-ended`: the old program is still there. `refused`: nothing was done.
 */
export const restartOutcomeSchema = z.enum(['back', 'exited', 'silent', 'taken', 'not-ended', 'refused']);
export type RestartOutcome = z.infer<typeof restartOutcomeSchema>;

export const restartResultSchema = z.strictObject({
  port: portNumberSchema,
  outcome: restartOutcomeSchema,
  /** The program that was started, also when it ended since. */
  process: processIdentitySchema.extend({ name: z.string() }).nullable(),
  /** Milliseconds from its start until the port listened or it was given up. */
  waitedMs: z.number(),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  /** The end of what it printed. */
  lastLines: z.array(z.string()),
  message: z.string(),
});
export type RestartResult = Readonly<z.infer<typeof restartResultSchema>>;

/** What a program that Berth started has printed, oldest first. */
export const processOutputSchema = z.strictObject({
  pid: pidSchema,
  lines: z.array(z.string()),
  /** True when older lines were dropped. */
  isCut: z.boolean(),
});
export type ProcessOutput = Readonly<z.infer<typeof processOutputSchema>>;
