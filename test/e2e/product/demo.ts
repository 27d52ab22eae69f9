import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { request } from '@playwright/test';
import { buildWhatChanged } from '../../../apps/cli/bin/set-up/build.mjs';
import { demoEnv } from './demo-env.ts';
import { runProduct } from './run-product.ts';

/** One demo for all tests: builds what changed, starts it with few rows, signs in once. Answers how to end it. */
export async function startDemo(rows: number): Promise<() => Promise<void>> {
  buildWhatChanged();
  const demo = await runProduct(['demo', '--rows', String(rows), '--json']);
  const said = (key: string) => new RegExp(`"${key}":\\s*"([^"]+)"`).exec(demo.printed())?.[1] ?? '';
  const directory = mkdtempSync(join(tmpdir(), 'tocsin-e2e-state-'));
  const state = join(directory, 'state.json');
  const stop = async () => {
    await demo.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  process.env[demoEnv.url] = demo.url;
  process.env[demoEnv.name] = said('name');
  process.env[demoEnv.password] = said('password');
  process.env[demoEnv.state] = state;
  try {
    const context = await request.newContext({ baseURL: demo.url });
    const answer = await context.post('/api/v1/session', {
      data: { name: said('name'), password: said('password') },
    });
    if (!answer.ok()) throw new Error(`The printed password does not open the door: ${answer.status()}`);
    writeFileSync(state, JSON.stringify(await context.storageState()));
    await context.dispose();
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
