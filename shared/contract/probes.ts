import { z } from 'zod';
import { probeClassSchema } from './identity.ts';
import { portNumberSchema } from './ports.ts';

const instant = z.iso.datetime({ precision: 3 });
const listenerId = z.string().min(1).max(200);

export const probeRequestSchema = z.strictObject({ listenerId });
export type ProbeRequest = Readonly<z.infer<typeof probeRequestSchema>>;

/** What a probe of one listener would do, before it is done. */
export const probePlanSchema = z.strictObject({
  listenerId,
  class: probeClassSchema,
  /** Why this class, as a sentence. */
  reason: z.string(),
  /** What will be sent, as a sentence; null where nothing ever is. */
  sends: z.string().nullable(),
});
export type ProbePlan = Readonly<z.infer<typeof probePlanSchema>>;

export const httpAnswerSchema = z.strictObject({
  status: z.int().min(100).max(999),
  title: z.string().max(300).nullable(),
  server: z.string().max(200).nullable(),
  poweredBy: z.string().max(200).nullable(),
  /** Where a redirect points; it is not followed. */
  location: z.string().max(2000).nullable(),
  contentType: z.string().max(200).nullable(),
});
export type HttpAnswer = Readonly<z.infer<typeof httpAnswerSchema>>;

export const tlsAnswerSchema = z.strictObject({
  /** `TLSv1.3`. */
  version: z.string(),
  alpn: z.string().nullable(),
  subject: z.string().nullable(),
  issuer: z.string().nullable(),
  /** Names of the certificate: `localhost`, `*.dev.local`, `127.0.0.1`. */
  names: z.array(z.string()).max(100),
  validFrom: instant.nullable(),
  validTo: instant.nullable(),
  selfSigned: z.boolean(),
});
export type TlsAnswer = Readonly<z.infer<typeof tlsAnswerSchema>>;

/** What one probe learned. */
export const probeAnswerSchema = z.strictObject({
  listenerId,
  /** The owners at that time; an answer counts only as long as they hold the listener. */
  owners: z.array(z.string()),
  at: instant,
  trigger: z.enum(['automatic', 'request', 'doctor']),
  /**
   * `identified`: it said what it is. `answered`: it said something unknown. `silent`: it accepts and never answers.
   * `hung-up`: it closed without a word. `refused`, `timed-out`: no connection came about.
   */
  state: z.enum(['identified', 'answered', 'silent', 'hung-up', 'refused', 'timed-out']),
  connectMs: z.number().min(0).nullable(),
  durationMs: z.number().min(0),
  /** `http`, `https`, `ssh`, `postgresql`, `redis`, ...; null when unknown. */
  protocol: z.string().max(40).nullable(),
  product: z.string().max(200).nullable(),
  productVersion: z.string().max(100).nullable(),
  http: httpAnswerSchema.nullable(),
  tls: tlsAnswerSchema.nullable(),
  connections: z.int().min(0),
  bytesSent: z.int().min(0),
  bytesReceived: z.int().min(0),
  /** What was sent, in words: `GET / HTTP/1.1`, `nothing, it spoke first`. */
  steps: z.array(z.string().max(200)).max(10),
  /** One sentence for a person. */
  message: z.string(),
});
export type ProbeAnswer = Readonly<z.infer<typeof probeAnswerSchema>>;

/** Every connection that Berth made, newest first. */
export const probeActivitySchema = z.strictObject({
  /** Since this run of Berth began. */
  connections: z.int().min(0),
  bytesSent: z.int().min(0),
  entries: z.array(
    z.strictObject({
      at: instant,
      trigger: probeAnswerSchema.shape.trigger,
      address: z.string(),
      port: portNumberSchema,
      owner: z.string().nullable(),
      purpose: z.string(),
      connections: z.int().min(0),
      bytesSent: z.int().min(0),
      bytesReceived: z.int().min(0),
      result: z.string(),
    }),
  ),
});
export type ProbeActivity = Readonly<z.infer<typeof probeActivitySchema>>;

/** Who is reached at one address of `localhost`. */
export const localhostPathSchema = z.strictObject({
  address: z.enum(['127.0.0.1', '::1']),
  /** The listener that gets connections to this address, null when none does. */
  listenerId: listenerId.nullable(),
  /** `python3 60311`, null when nobody or hidden. */
  holder: z.string().nullable(),
  /** Whether a connection was tried, and how it went. */
  connected: z.enum(['not-tried', 'yes', 'refused', 'timed-out', 'not-allowed']),
});
export const localhostRequestSchema = z.strictObject({
  port: portNumberSchema,
  /** Also connects to both addresses once, where the policy allows it. */
  connect: z.boolean(),
});
export type LocalhostRequest = Readonly<z.infer<typeof localhostRequestSchema>>;

/** What `localhost:PORT` means on this machine. */
export const localhostTruthSchema = z.strictObject({
  port: portNumberSchema,
  /** Addresses that the name `localhost` leads to here, in the order in which programs try them. */
  order: z.array(z.enum(['127.0.0.1', '::1'])),
  paths: z.array(localhostPathSchema),
  verdict: z.enum(['nobody', 'same', 'one-family', 'different-programs']),
  /** One sentence. */
  message: z.string(),
});
export type LocalhostTruth = Readonly<z.infer<typeof localhostTruthSchema>>;
