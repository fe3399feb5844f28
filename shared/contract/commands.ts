import { z } from 'zod';

/** A command of the page, as a menu of its window shows it. */
export const commandFactsSchema = z.strictObject({
  id: z.string().min(1).max(60),
  /** The selected port, which rows the list shows, moving in it, or Berth as a whole. */
  area: z.enum(['port', 'list', 'move', 'app']),
  title: z.string().min(1).max(120),
  /** As the page names them: `Mod+k`, `Delete`. */
  keys: z.array(z.string().min(1).max(40)).max(8),
  enabled: z.boolean(),
});
export type CommandFacts = Readonly<z.infer<typeof commandFactsSchema>>;

export const commandListSchema = z.strictObject({ commands: z.array(commandFactsSchema).max(200) });
