import { defineConfig } from 'vitest/config';

// A real model behind a real server (`npm run test:real`): one at a time, at the pace of this machine's processor.
export default defineConfig({
  test: {
    include: ['__tests__/real/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    fileParallelism: false,
  },
});
