import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** `npm run screens`: a picture of every page, in both languages and themes, wide and narrow. Nothing is asserted. */
export default defineConfig({
  ...base,
  testDir: './screens',
  testMatch: '*.screens.ts',
  globalSetup: './start-screens-demo.ts',
  outputDir: '../test-results/screens',
});
