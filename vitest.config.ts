import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Two cores: one worker each keeps the loopback servers' deadlines honest.
    maxWorkers: 2,
  },
});
