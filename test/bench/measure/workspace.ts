import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cleanUps: (() => void | Promise<void>)[] = [];

/** A directory of the bench's own, gone when the bench ends, however it ends. */
export function temporaryDirectory(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `tocsin-bench-${name}-`));
  afterBench(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Runs at the end, the last one first. */
export function afterBench(cleanUp: () => void | Promise<void>): void {
  cleanUps.push(cleanUp);
}

/** Runs a bench, prints what it answers as one JSON document, and cleans up. */
export async function bench(run: () => Promise<object>): Promise<void> {
  const stop = (): void => void cleanUp().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

async function cleanUp(): Promise<void> {
  for (let next = cleanUps.pop(); next !== undefined; next = cleanUps.pop()) {
    try {
      await next();
    } catch (error) {
      process.stderr.write(`while cleaning up: ${String(error)}\n`);
    }
  }
}

/** `--rows 1000000` → '1000000'; the fallback when the option is not given. */
export function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? fallback : (process.argv[at + 1] ?? fallback);
}
