import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command from the sources as they are now, beside the installed packages; answers its file. */
export async function buildCommand(): Promise<string> {
  const outDir = at(`../../../../node_modules/.cache/tocsin-cli-${process.pid}`);
  await build({
    root: at('../../'),
    configFile: at('../../vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return join(outDir, 'tocsin.mjs');
}

export const newDataDirectory = () => mkdtempSync(join(tmpdir(), 'tocsin-cli-'));

/** The environment of a command: nothing of ours but the path, and a data directory of its own. */
export const environment = (dataDirectory: string) => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TOCSIN_DATA: dataDirectory,
  TOCSIN_PORT: '0',
});

/** Runs the command as a person does, to its end. */
export function runCommand(file: string, args: readonly string[], dataDirectory: string, stdin = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { env: environment(dataDirectory) });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(stdin);
  });
}
