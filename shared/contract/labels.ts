import { z } from 'zod';
import { portNumberSchema } from './ports.ts';

export const labelTextSchema = z.string().trim().min(1).max(40);

export const labelChangeSchema = z.strictObject({
  port: portNumberSchema,
  /** Null takes the label away. */
  label: labelTextSchema.nullable(),
});
export type LabelChange = Readonly<z.infer<typeof labelChangeSchema>>;

/** Port number as text to label, as kept on disk. */
export const labelsSchema = z.record(z.string().regex(/^\d{1,5}$/), labelTextSchema);
export type Labels = Readonly<z.infer<typeof labelsSchema>>;
