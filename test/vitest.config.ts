import { defineConfig } from 'vitest/config';

// The browser tests in e2e/ belong to Playwright, the benches in bench/ to `npm run bench`.
export default defineConfig({
  test: {
    pool: 'forks',
    include: ['architecture/**/*.spec.ts', 'pipeline/**/*.spec.ts', 'fixtures/**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
