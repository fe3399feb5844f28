import { z } from 'zod';
import { portNumberSchema } from './ports.ts';

export const symptomSchema = z.enum([
  'port-only',
  'in-use',
  'refused',
  'timed-out',
  'reset',
  'empty-reply',
  'permission-denied',
  'address-not-available',
  'unreachable',
  'name-not-found',
  'wrong-protocol',
  'bad-certificate',
  'debugger-disconnected',
  'debugger-cannot-attach',
  'bad-gateway',
  'forbidden-host',
  'unknown',
]);
export type Symptom = z.infer<typeof symptomSchema>;

/** What was understood of the text that somebody pasted. */
export const complaintSchema = z.strictObject({
  symptom: symptomSchema,
  port: portNumberSchema.nullable(),
  /** As written: `127.0.0.1`, `::1`, `localhost`, `0.0.0.0`; null when none was. */
  host: z.string().max(255).nullable(),
  /** Whose words these are: `Node.js`, `curl`, `Docker`; null when unknown. */
  tool: z.string().max(60).nullable(),
  /** What the writer expected there: `Java debugger`, `PostgreSQL`; null when not said. */
  expects: z.string().max(60).nullable(),
  /** Whether the writer wanted to listen or to connect. */
  side: z.enum(['server', 'client', 'unknown']),
});
export type Complaint = Readonly<z.infer<typeof complaintSchema>>;

export const diagnoseRequestSchema = z.strictObject({
  text: z.string().max(1_000_000),
  /** Whether the doctor may connect once where the policy allows it. */
  connect: z.boolean(),
});
export type DiagnoseRequest = Readonly<z.infer<typeof diagnoseRequestSchema>>;

export const checkResultSchema = z.strictObject({
  id: z.string().max(40),
  /** What was looked at, as a statement: `Something listens on 127.0.0.1:62893`. */
  title: z.string(),
  state: z.enum(['ok', 'problem', 'attention', 'neutral', 'unknown']),
  /** The fact behind it: `python3, PID 60311`. */
  evidence: z.string(),
});
export type CheckResult = Readonly<z.infer<typeof checkResultSchema>>;

/** A page of the system's own settings. */
export const systemPageSchema = z.enum(['airplay', 'firewall']);
export type SystemPage = z.infer<typeof systemPageSchema>;

/** What can be done, each a command that Berth has. `label` is the text of its button. */
export const fixSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kill'), label: z.string(), listenerId: z.string() }),
  z.strictObject({ kind: z.literal('restart'), label: z.string(), listenerId: z.string() }),
  z.strictObject({ kind: z.literal('show'), label: z.string(), port: portNumberSchema }),
  z.strictObject({ kind: z.literal('use-port'), label: z.string(), port: portNumberSchema }),
  z.strictObject({ kind: z.literal('open'), label: z.string(), url: z.string() }),
  z.strictObject({ kind: z.literal('serve'), label: z.string(), port: portNumberSchema }),
  z.strictObject({
    kind: z.literal('copy-command'),
    label: z.string(),
    command: z.string(),
    note: z.string(),
  }),
  z.strictObject({
    kind: z.literal('open-system-settings'),
    label: z.string(),
    page: systemPageSchema,
    /** The way there in words, for where it cannot be opened. */
    path: z.string(),
  }),
  z.strictObject({ kind: z.literal('check-again'), label: z.string() }),
]);
export type Fix = Readonly<z.infer<typeof fixSchema>>;

export const causeSchema = z.enum([
  'not-understood',
  'healthy',
  'nothing-listens',
  'someone-else-listens',
  'same-program-twice',
  'other-family',
  'other-address',
  'never-answers',
  'wrong-protocol',
  'time-wait',
  'outgoing-connection',
  'bound-not-listening',
  'privileged-port',
  'reserved-by-system',
  'airplay',
  'hidden-owner',
  'in-container',
  'other-namespace',
  'debugger-attached',
  'debugger-elsewhere',
  'localhost-leads-elsewhere',
  'firewall',
  'not-local',
  'certificate',
]);
export type Cause = z.infer<typeof causeSchema>;

export const diagnosisSchema = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  complaint: complaintSchema,
  cause: causeSchema,
  severity: z.enum(['ok', 'attention', 'problem', 'unknown']),
  /** The verdict: one sentence without a full stop, as a headline. */
  headline: z.string(),
  /** Two or three sentences: what is, since when, what follows. */
  explanation: z.string(),
  fixes: z.array(fixSchema).max(6),
  checks: z.array(checkResultSchema).max(30),
});
export type Diagnosis = Readonly<z.infer<typeof diagnosisSchema>>;
