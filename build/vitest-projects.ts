import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { chromiumOptions } from './chromium-options.mjs';

const builtBeforeTests = 'build/built-before-tests.ts';

/** `*.test.ts` runs in Node, `*.test.tsx` in a real Chromium. */
export const vitestProjects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      environment: 'node',
      include: ['test/unit/**/*.test.ts'],
    },
  },
  {
    extends: true,
    optimizeDeps: {
      // Found while the first test runs, these would reload the page under it.
      include: [
        'react',
        'react-dom/client',
        'react/jsx-dev-runtime',
        'vitest-browser-react',
        '@base-ui/react/autocomplete',
        '@base-ui/react/dialog',
        '@base-ui/react/menu',
        '@base-ui/react/toast',
        '@tanstack/react-virtual',
        'axe-core',
        'uqr',
        'zod',
        'zustand/react',
        'zustand/vanilla',
      ],
    },
    test: {
      name: 'components',
      include: ['test/{unit,components}/**/*.test.tsx'],
      browser: {
        enabled: true,
        headless: true,
        provider: playwright({ launchOptions: chromiumOptions() }),
        instances: [{ browser: 'chromium' }],
        screenshotFailures: false,
      },
      sequence: { groupOrder: 1 },
    },
  },
  {
    extends: true,
    test: {
      name: 'integration',
      environment: 'node',
      include: ['test/integration/**/*.test.ts'],
      globalSetup: builtBeforeTests,
      testTimeout: 30_000,
      // Real processes and real scans: run side by side they would measure and disturb each other.
      maxWorkers: 1,
      sequence: { groupOrder: 2 },
    },
  },
  {
    extends: true,
    test: {
      name: 'architecture',
      environment: 'node',
      include: ['test/architecture/**/*.test.ts'],
      globalSetup: builtBeforeTests,
      testTimeout: 60_000,
      maxWorkers: 1,
      sequence: { groupOrder: 3 },
    },
  },
];
