import { z } from 'zod';
import { servedFolderSchema } from './folders.ts';
import { hostSchema } from './host.ts';
import { probeAnswerSchema } from './probes.ts';
import { settingsSchema } from './settings.ts';
import { snapshotSchema } from './snapshot.ts';

export { protocolVersion } from './protocol-version.ts';

/** What every connection is told first, and again after a gap. */
export const welcomeSchema = z.strictObject({
  host: hostSchema,
  settings: settingsSchema,
  snapshot: snapshotSchema,
  /** What probes learned that still holds. */
  probes: z.array(probeAnswerSchema),
  folders: z.array(servedFolderSchema),
});
export type Welcome = Readonly<z.infer<typeof welcomeSchema>>;
