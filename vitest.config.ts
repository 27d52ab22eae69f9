import { defineConfig } from 'vitest/config';

// One run over every project. Two workers: the engine's suites each start a database of their own.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: ['{libs,apps}/*/vitest.config.ts', 'test/vitest.config.ts', 'test/pipeline/vitest.config.ts'],
    passWithNoTests: false,
    coverage: { include: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.{ts,vue}'], exclude: ['**/*.spec.ts'] },
  },
});
