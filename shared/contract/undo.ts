import { z } from 'zod';

/** Names a kill that can be taken back, for as long as `until`. */
export const undoSchema = z.strictObject({
  id: z.string().min(1).max(64),
  until: z.iso.datetime({ precision: 3 }),
});
export type Undo = Readonly<z.infer<typeof undoSchema>>;

export const undoRequestSchema = z.strictObject({ id: undoSchema.shape.id });
export type UndoRequest = Readonly<z.infer<typeof undoRequestSchema>>;
