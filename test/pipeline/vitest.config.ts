import { defineConfig } from 'vitest/config';

// The whole flow on a real engine and, where a process is killed, on the built server: `npm run build` comes first.
export default defineConfig({
  test: {
    name: 'pipeline',
    pool: 'forks',
    include: ['**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
