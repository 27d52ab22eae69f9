import { defineConfig } from 'vitest/config';

// Forks, as everywhere; every suite has an engine of its own, so two at a time are enough for two cores.
export default defineConfig({
  test: { pool: 'forks', maxWorkers: 2, include: ['src/**/*.spec.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
});
