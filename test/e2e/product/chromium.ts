import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from '../../../apps/cli/bin/set-up/browser.mjs';

/** The browser that is here, told to keep to itself: no updates, no services, no network of its own. */
export const chromiumOptions: LaunchOptions = {
  executablePath: findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};
