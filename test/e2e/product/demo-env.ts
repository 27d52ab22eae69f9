import process from 'node:process';

/** Where the tests find the running demo: set by its start, read when a test's process begins. */
export const demoEnv = {
  url: 'TOCSIN_E2E_URL',
  name: 'TOCSIN_E2E_NAME',
  password: 'TOCSIN_E2E_PASSWORD',
  state: 'TOCSIN_E2E_STATE',
} as const;

export const demo = {
  url: process.env[demoEnv.url],
  name: process.env[demoEnv.name] ?? '',
  password: process.env[demoEnv.password] ?? '',
  /** A file with the cookie of someone who has signed in. */
  state: process.env[demoEnv.state],
};
