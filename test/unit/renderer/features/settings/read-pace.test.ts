import { expect, test } from 'vitest';
import { readPace } from '../../../../../renderer/features/settings/read-pace.ts';
import { settingsSchema } from '../../../../../shared/contract/settings.ts';

test.each(['249', '250', '800', '60000', '60001', '0', '', '1e3', '1.5', '-1'])(
  'accepts %o exactly where the contract does',
  (typed) => {
    const read = readPace(typed);
    const allowed =
      /^\d+$/.test(typed) && settingsSchema.shape.scanIntervalMs.safeParse(Number(typed)).success;
    expect('value' in read).toBe(allowed);
  },
);
