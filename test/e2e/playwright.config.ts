import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './product/chromium.ts';
import { demo } from './product/demo-env.ts';

// One demo server for all tests, one browser at a time: the demo's engine and Chromium share two cores.
export default defineConfig({
  testDir: './specs',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results',
  globalSetup: './start-demo.ts',
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    baseURL: demo.url,
    storageState: demo.state,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: chromiumOptions,
  },
});
