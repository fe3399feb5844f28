import { z } from 'zod';
import { hostSchema } from './host.ts';
import { settingsSchema } from './settings.ts';
import { snapshotSchema } from './snapshot.ts';

export { protocolVersion } from './protocol-version.ts';

/** What every connection is told first, and again after a gap. */
export const welcomeSchema = z.strictObject({
  host: hostSchema,
  settings: settingsSchema,
  snapshot: snapshotSchema,
});
export type Welcome = Readonly<z.infer<typeof welcomeSchema>>;
