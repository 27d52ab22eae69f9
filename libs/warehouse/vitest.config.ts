import { defineConfig } from 'vitest/config';

// Forks: the engine's native library does not survive worker threads. The limits leave room for its start.
export default defineConfig({
  test: { pool: 'forks', include: ['src/**/*.spec.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
