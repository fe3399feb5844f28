import { z } from 'zod';
import { longestLabel } from './longest-label.ts';
import { portNumberSchema } from './ports.ts';

export const labelTextSchema = z.string().trim().min(1).max(longestLabel);

export const labelChangeSchema = z.strictObject({
  port: portNumberSchema,
  /** Null takes the label away. */
  label: labelTextSchema.nullable(),
});
export type LabelChange = Readonly<z.infer<typeof labelChangeSchema>>;

/** Port number as text to label, as kept on disk. */
export type Labels = Readonly<Record<string, string>>;
