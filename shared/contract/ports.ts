import { z } from 'zod';
import { identitySchema, probeClassSchema } from './identity.ts';
import { containerSchema } from './processes.ts';

export const protocolSchema = z.enum(['tcp', 'udp']);
export type Protocol = z.infer<typeof protocolSchema>;

export const familySchema = z.union([z.literal(4), z.literal(6)]);
export type Family = z.infer<typeof familySchema>;

/** Who can connect: `machine` is loopback only (127.0.0.0/8, ::1), everything else, wildcards included, is `network`. */
export const reachSchema = z.enum(['machine', 'network']);
export type Reach = z.infer<typeof reachSchema>;

/** RFC 6335, section 6: 0-1023, 1024-49151, 49152-65535. */
export const portRangeSchema = z.enum(['well-known', 'registered', 'dynamic']);
export type PortRange = z.infer<typeof portRangeSchema>;

export const portNumberSchema = z.int().min(1).max(65_535);

/**
 * One bound socket address that accepts, with everyone who holds it.
 * `id` is made of protocol, address and port only, so it outlives a change of owner.
 */
export const listenerSchema = z.strictObject({
  id: z.string().min(1).max(200),
  protocol: protocolSchema,
  family: familySchema,
  /** Numeric, with an IPv6 scope where the system tells one: `127.0.0.1`, `::`, `fe80::1%lo0`. */
  address: z.string().min(1).max(100),
  port: portNumberSchema,
  reach: reachSchema,
  range: portRangeSchema,
  /** What IANA registered for this port. Not a claim about what runs there. */
  serviceName: z.string().nullable(),
  /** The user's own name for the port. */
  label: z.string().nullable(),
  /** Keys into the processes of the snapshot. */
  owners: z.array(z.string()),
  /** True when something holds it that this user may not see. */
  ownersHidden: z.boolean(),
  /** Name of the user the socket belongs to, known even where the owner is hidden; null where the system does not tell. */
  socketUser: z.string().nullable(),
  /** The container behind this port. One proxy can hold the ports of many containers, and one of root is hidden. */
  container: containerSchema.nullable().optional(),
  /** What it is, from everything but a connection. */
  identity: identitySchema.nullable().optional(),
  /** Whether Berth may connect to it. */
  probing: probeClassSchema.optional(),
  /** A sentence when `localhost` leads to another program than this address does. */
  localhost: z.string().nullable().optional(),
  /** The served folder of Berth behind it. */
  folderId: z.string().nullable().optional(),
});
export type Listener = Readonly<z.infer<typeof listenerSchema>>;
