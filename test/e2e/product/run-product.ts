import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../../../apps/cli/bin/set-up/run.mjs';

/** A server of ours, started as a user would start it, on a data directory of its own. */
export interface Product {
  readonly url: string;
  /** Ends it and, after `meanwhile`, serves the same data at the same address again. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Everything it has printed. */
  readonly printed: () => string;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

const PATIENCE_MS = 180_000;

/**
 * Runs `tocsin …` until its output shows an address of its own; a command that ends before is an error. `settings` are
 * variables of its environment.
 */
export async function runProduct(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), 'tocsin-e2e-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  let running: Running;
  try {
    running = await start(args, directory, { ...settings, TOCSIN_PORT: '0' });
  } catch (error) {
    remove();
    throw error;
  }
  const { url } = running;
  return {
    url,
    printed: () => running.printed(),
    restart: async (meanwhile) => {
      await end(running.child);
      await meanwhile();
      running = await start(['serve'], directory, { ...settings, TOCSIN_PORT: new URL(url).port });
    },
    stop: async () => {
      await end(running.child);
      remove();
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly printed: () => string;
}

async function start(
  args: readonly string[],
  directory: string,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, [`${ROOT}apps/cli/bin/tocsin.mjs`, ...args], {
    cwd: ROOT,
    env: { ...process.env, TOCSIN_DATA: join(directory, 'data'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No address after ${PATIENCE_MS} ms:\n${text}`)), PATIENCE_MS);
      const hear = (chunk: Buffer) => {
        text += chunk.toString('utf8');
        const found = isReady(args, text);
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`tocsin ${args.join(' ')} ended with ${code}:\n${text}`)));
    });
    return { child, url, printed: () => text };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** The demo says where it is once its data are complete, as JSON; a bare server when it listens. */
function isReady([command]: readonly string[], text: string): string | undefined {
  const pattern = command === 'demo' ? /"url":\s*"(http:[^"]+)"/ : /Tocsin is at (http:\S+)/;
  return pattern.exec(text)?.[1];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(timer);
}
