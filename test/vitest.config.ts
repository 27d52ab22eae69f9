import { defineConfig } from 'vitest/config';

// pipeline/ has a configuration of its own; e2e/ belongs to Playwright and bench/ to `npm run bench`.
export default defineConfig({
  test: {
    name: 'architecture',
    pool: 'forks',
    include: ['{architecture,fixtures,runner}/**/*.spec.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
