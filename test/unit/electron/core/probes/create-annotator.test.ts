import { describe, expect, it } from 'vitest';
import { createAnnotator } from '../../../../../electron/core/probes/create-annotator.ts';
import { defaultSettings } from '../../../../../shared/contract/default-settings.ts';
import { type Listener, listenerSchema } from '../../../../../shared/contract/ports.ts';
import type { Process } from '../../../../../shared/contract/processes.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const annotate = createAnnotator({
  platform: 'linux',
  ownPid: 1_000_000,
  ownUser: 'maya',
  settings: () => defaultSettings,
  order: () => ['::1', '127.0.0.1'],
});

describe('annotating', () => {
  it('adds what is known without a connection, in the form of the contract', () => {
    const vite = aProcess(5, { command: ['node', '/srv/node_modules/vite/bin/vite.js'], executable: null });
    const listener = aListener(5173, [vite]);
    const notes = annotate(listener, [listener], () => [vite]);
    expect(notes).toMatchObject({
      identity: { product: 'Vite dev server' },
      probing: 'automatic',
      localhost: null,
    });
    expect(listenerSchema.parse({ ...listener, ...notes })).toMatchObject(notes);
  });

  it('warns where localhost leads elsewhere', () => {
    const [one, two] = [
      aProcess(5, { name: 'vite' }),
      aProcess(6, { name: 'python3', command: ['python3'] }),
    ];
    const [v4, v6] = [aListener(3000, [one]), aListener(3000, [two], { address: '::1' })];
    const ownersOf = (listener: Listener) => (listener === v4 ? [one] : [two]);
    expect(annotate(v4, [v4, v6], ownersOf).localhost).toMatch(/leads to python3 6/);
    expect(annotate(v6, [v4, v6], ownersOf).localhost).toBeNull();
  });

  it('takes ten thousand new listeners with owners of their own at once', () => {
    const lines = [
      'node /srv/shop/node_modules/.bin/vite --port 3000',
      'java -Xmx1g -cp /opt/app/lib/a.jar:/opt/app/lib/b.jar com.example.shop.Main --server.port=8080',
      'python3 -m uvicorn app:app --reload',
      '/usr/lib/postgresql/16/bin/postgres -D /var/lib/postgresql/16/main',
      './shop-server --listen 127.0.0.1:9000 --config /etc/shop/config.toml',
    ].map((line) => line.split(' '));
    const rows = Array.from({ length: 10_000 }, (_, at): { listener: Listener; owner: Process } => {
      const owner = aProcess(1000 + at, { command: lines[at % lines.length] ?? [], executable: null });
      return { owner, listener: aListener(10_000 + at, [owner]) };
    });
    const startedAt = performance.now();
    let known = 0;
    for (const { listener, owner } of rows) {
      if (annotate(listener, [listener], () => [owner]).identity) known += 1;
    }
    console.log(`10,000 listeners of 10,000 owners in ${(performance.now() - startedAt).toFixed(0)} ms`);
    expect(known).toBeGreaterThanOrEqual(6000);
  });
});
