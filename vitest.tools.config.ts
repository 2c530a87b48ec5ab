import { defineConfig } from 'vitest/config';

/** Tests that install other tools: `npm run test:tools`. */
export default defineConfig({ test: { include: ['__tests__/tools/**/*.tools.ts'] } });
