import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './__tests__/support/longest-first.ts';

// Workers load the same thousand modules: what one run has compiled serves the next.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'spec-gate-compile-cache');

export default defineConfig({
  plugins: [
    {
      // Libraries as users' programs load them: with the condition `development`, which Vitest adds, micromark checks itself
      // at every character.
      name: 'no-development-builds',
      configResolved: ({ ssr }) => {
        ssr.resolve = { ...ssr.resolve, conditions: ['node'] };
      },
    },
  ],
  test: {
    include: ['__tests__/**/*.test.ts'],
    // A real model and a real runner on this machine: `npm run test:real`, `npm run test:real-runner`.
    exclude: [
      '__tests__/real/**',
      '**/node_modules/**',
      ...(process.env['REAL_RUNNER'] === undefined ? ['__tests__/real-runner/**'] : []),
    ],
    // Counts inputs where COUNT_INPUTS names a file.
    setupFiles: process.env['COUNT_INPUTS'] === undefined ? [] : ['__tests__/support/count-inputs.ts'],
    globalSetup: ['__tests__/support/temporary-folder.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // As long as a test: what is waited for comes, however loaded the machine is.
    expect: { poll: { timeout: 180_000 } },
    // A module is loaded once a worker, not once a file: a third of the suite's time. No test replaces one.
    isolate: false,
    // Node itself loads the sources: no test replaces a module, and nothing has to be transformed.
    experimental: { viteModuleRunner: false },
    // One more than the two cores of CI: some tests mostly wait, for deadlines and for processes of their own.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
});
