import { expect, test } from 'vitest';
import { hiddenBy } from '../../../../renderer/store/hidden-rows.ts';
import { makePortRow } from '../../../../renderer/store/port-row.ts';
import { defaultSettings } from '../../../../shared/contract/default-settings.ts';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const nginx = aProcess(1, { name: 'Nginx' });
const node = aProcess(2, { name: 'node' });
const known = new Map([nginx, node].map((one) => [one.key, one]));
const web = makePortRow(aListener(80, [nginx]), known);
const shared = makePortRow(aListener(81, [nginx, node]), known);
const dns = makePortRow(aListener(53, [], { protocol: 'udp', ownersHidden: true }), known);
const system = makePortRow(
  aListener(99, [node], {
    identity: {
      kind: 'system',
      product: 'launchd',
      target: null,
      confidence: 'certain',
      source: 'executable',
      evidence: 'launchd',
    },
  }),
  known,
);
const hides = (change: Partial<Settings>) => {
  const test = hiddenBy({ ...defaultSettings, ...change });
  return [web, shared, dns, system].filter((row) => test?.(row));
};

test('the settings hide nothing to begin with', () => expect(hiddenBy(defaultSettings)).toBeNull());

test('hides by name whatever its case, but not what somebody else holds too', () => {
  expect(hides({ hiddenNames: ['NGINX'] })).toEqual([web]);
});

test('hides by port, by protocol and what belongs to the system', () => {
  expect(hides({ hiddenPorts: [81] })).toEqual([shared]);
  expect(hides({ hideUdp: true })).toEqual([dns]);
  expect(hides({ hideSystem: true })).toEqual([system]);
});
