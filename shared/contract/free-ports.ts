import { z } from 'zod';
import { portNumberSchema } from './ports.ts';

export const freePortsRequestSchema = z.strictObject({
  count: z.int().min(1).max(100),
  /** Inclusive on both ends; null leaves the choice to Berth. */
  range: z
    .strictObject({ from: portNumberSchema, to: portNumberSchema })
    .refine((range) => range.from <= range.to, 'the range ends before it starts')
    .nullable(),
});
export type FreePortsRequest = Readonly<z.infer<typeof freePortsRequestSchema>>;

export const freePortsSchema = z.strictObject({ ports: z.array(portNumberSchema) });
export type FreePorts = Readonly<z.infer<typeof freePortsSchema>>;
