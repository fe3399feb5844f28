import { z } from 'zod';

export const connectionsRequestSchema = z.strictObject({ listenerId: z.string().min(1).max(200) });
export type ConnectionsRequest = Readonly<z.infer<typeof connectionsRequestSchema>>;

/** Who is connected to a listener right now. */
export const connectionsSchema = z.strictObject({
  /** Null where the system does not tell. */
  established: z.int().min(0).nullable(),
  /** Remote addresses with the most connections first. */
  peers: z.array(z.strictObject({ address: z.string(), connections: z.int().min(1) })).max(20),
});
export type Connections = Readonly<z.infer<typeof connectionsSchema>>;
