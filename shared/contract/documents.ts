import { z } from 'zod';
import { diagnosisSchema } from './doctor.ts';
import { identitySchema } from './identity.ts';
import { killResultSchema } from './kill.ts';
import { killPlanSchema } from './kill-plan.ts';
import { familySchema, portNumberSchema, portRangeSchema, protocolSchema, reachSchema } from './ports.ts';
import { probeAnswerSchema, probePlanSchema } from './probes.ts';
import { containerSchema, parentSchema, pidSchema, projectSchema } from './processes.ts';
import { restartResultSchema } from './restart.ts';

/** The JSON that the command line prints. Stable: scripts depend on it; fields may be added, none may go. */

const instant = z.iso.datetime({ precision: 3 });

export const ownerDocumentSchema = z.strictObject({
  pid: pidSchema,
  startTime: instant,
  name: z.string(),
  command: z.array(z.string()),
  executable: z.string().nullable(),
  cwd: z.string().nullable(),
  user: z.string().nullable(),
  parents: z.array(parentSchema),
  origin: z.string().nullable(),
  project: projectSchema.nullable(),
  container: containerSchema.nullable(),
});
export type OwnerDocument = Readonly<z.infer<typeof ownerDocumentSchema>>;

export const listenerDocumentSchema = z.strictObject({
  id: z.string(),
  protocol: protocolSchema,
  family: familySchema,
  address: z.string(),
  port: portNumberSchema,
  reach: reachSchema,
  range: portRangeSchema,
  serviceName: z.string().nullable(),
  label: z.string().nullable(),
  owners: z.array(ownerDocumentSchema),
  ownersHidden: z.boolean(),
  socketUser: z.string().nullable(),
  container: containerSchema.nullable().optional(),
  identity: identitySchema.nullable().optional(),
  /** A sentence when `localhost` leads to another program than this address. */
  localhost: z.string().nullable().optional(),
});
export type ListenerDocument = Readonly<z.infer<typeof listenerDocumentSchema>>;

const scanFields = { version: z.literal(1), scannedAt: instant, durationMs: z.number(), source: z.string() };

export const listDocumentSchema = z.strictObject({
  ...scanFields,
  listeners: z.array(listenerDocumentSchema),
});
export type ListDocument = Readonly<z.infer<typeof listDocumentSchema>>;

/** `show`: the same rows for one port, and what is known about the number itself. */
export const showDocumentSchema = z.strictObject({
  ...scanFields,
  port: portNumberSchema,
  range: portRangeSchema,
  serviceName: z.string().nullable(),
  label: z.string().nullable(),
  listeners: z.array(listenerDocumentSchema),
});
export type ShowDocument = Readonly<z.infer<typeof showDocumentSchema>>;

export const killDocumentSchema = z.strictObject({
  version: z.literal(1),
  results: z.array(killResultSchema),
});
export type KillDocument = Readonly<z.infer<typeof killDocumentSchema>>;

/** `kill --dry-run`. */
export const killPlanDocumentSchema = killPlanSchema.extend({ version: z.literal(1) });
export type KillPlanJson = Readonly<z.infer<typeof killPlanDocumentSchema>>;

export const restartDocumentSchema = z.strictObject({
  version: z.literal(1),
  results: z.array(restartResultSchema),
});
export type RestartDocument = Readonly<z.infer<typeof restartDocumentSchema>>;

/** One line of `watch`. What is already there comes first, as `present`. */
export const watchLineSchema = z.strictObject({
  version: z.literal(1),
  event: z.enum(['present', 'opened', 'closed', 'changed-owner']),
  at: instant,
  listener: listenerDocumentSchema,
});
export type WatchLine = Readonly<z.infer<typeof watchLineSchema>>;

export const freeDocumentSchema = z.strictObject({
  version: z.literal(1),
  ports: z.array(portNumberSchema),
});
export type FreeDocument = Readonly<z.infer<typeof freeDocumentSchema>>;

/** `web`: printed once the interface can be opened. */
export const webDocumentSchema = z.strictObject({
  version: z.literal(1),
  url: z.string(),
  port: portNumberSchema,
  pid: pidSchema,
});
export type WebDocument = Readonly<z.infer<typeof webDocumentSchema>>;

/** `probe`: one result for each listener of the port. */
export const probeDocumentSchema = z.strictObject({
  version: z.literal(1),
  port: portNumberSchema,
  results: z.array(
    z.strictObject({
      listener: listenerDocumentSchema,
      plan: probePlanSchema,
      /** Null where the policy refuses, for the reason in the plan. */
      answer: probeAnswerSchema.nullable(),
    }),
  ),
});
export type ProbeDocument = Readonly<z.infer<typeof probeDocumentSchema>>;

export const doctorDocumentSchema = diagnosisSchema.extend({ version: z.literal(1) });
export type DoctorDocument = Readonly<z.infer<typeof doctorDocumentSchema>>;

/** `serve`: printed once the folder can be opened. */
export const serveDocumentSchema = z.strictObject({
  version: z.literal(1),
  folder: z.string(),
  url: z.string(),
  urls: z.array(z.string()),
  networkUrls: z.array(z.string()),
  port: portNumberSchema,
  pid: pidSchema,
});
export type ServeDocument = Readonly<z.infer<typeof serveDocumentSchema>>;
