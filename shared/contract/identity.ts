import { z } from 'zod';

/** What sort of service a program offers; groups and filters go by it. */
export const serviceKindSchema = z.enum([
  'dev-server',
  'web',
  'served-folder',
  'file-server',
  'database',
  'cache',
  'broker',
  'search',
  'debugger',
  'tunnel',
  'proxy',
  'container',
  'remote-shell',
  'remote-desktop',
  'mail',
  'name-service',
  'editor',
  'browser',
  'notebook',
  'metrics',
  'login-callback',
  'one-shot',
  'system',
  'other',
]);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

/** Which fact an identification rests on. Nothing was connected to for any of them. */
export const identitySourceSchema = z.enum([
  'berth',
  'container',
  'command-line',
  'executable',
  'title',
  'project',
  'parents',
  'folder',
  'port-number',
]);
export type IdentitySource = z.infer<typeof identitySourceSchema>;

/** What listens, said from the outside. Never a claim that it answers. */
export const identitySchema = z.strictObject({
  kind: serviceKindSchema,
  /** For a person: `Vite dev server`, `PostgreSQL`, `SSH tunnel`. */
  product: z.string().min(1).max(200),
  /** Where a tunnel or forward leads: `db.internal:5432 via bastion`. Null where it leads nowhere or is not told. */
  target: z.string().max(300).nullable(),
  confidence: z.enum(['certain', 'likely', 'possible']),
  source: identitySourceSchema,
  /** The very words that said so: `node_modules/vite/bin/vite.js`, `-m http.server`, `port 5432`. */
  evidence: z.string().max(300),
});
export type Identity = Readonly<z.infer<typeof identitySchema>>;

/**
 * `never`: connecting could do harm, so Berth does not, even when asked. `automatic`: one cheap request by itself.
 * `on-request`: only when a person says so, after reading what will be sent.
 */
export const probeClassSchema = z.enum(['never', 'automatic', 'on-request']);
export type ProbeClass = z.infer<typeof probeClassSchema>;
