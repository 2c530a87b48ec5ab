import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // A real model on this machine: `npm run test:real`.
    exclude: ['__tests__/real/**', '**/node_modules/**'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A module is loaded once a worker, not once a file: a third of the suite's time. No test replaces one.
    isolate: false,
    // Two cores: one worker each keeps the loopback servers' deadlines honest.
    maxWorkers: 2,
  },
});
