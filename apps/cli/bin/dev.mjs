/**
 * `npm run dev`: the server and the web app, both rebuilt as you type.
 *
 * The server is compiled by Vite on every change and restarted by Node; the pages are served by Vite itself, which
 * hands /api to the server. Vite must not empty dist/ between builds: Node stops watching a file that was removed.
 * Ctrl+C ends all of them.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './set-up/run.mjs';

const VITE = `${ROOT}node_modules/vite/bin/vite.js`;
const SERVER = `${ROOT}apps/server/dist/main.mjs`;
const children = [];
let stopping = false;

/** Starts a Node program that lives as long as `npm run dev` does. */
function start(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' });
  child.on('exit', (code) => stop(code ?? 1));
  children.push(child);
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

rmSync(SERVER, { force: true });
start([VITE, 'build', '--watch', '--emptyOutDir', 'false', '--logLevel', 'warn'], `${ROOT}apps/server`);
while (!existsSync(SERVER) && !stopping) await sleep(100);

if (!stopping) {
  start(['--watch', '--watch-preserve-output', '--enable-source-maps', SERVER], ROOT);
  start([VITE], `${ROOT}apps/web`);
  console.log(
    `Pages: http://localhost:7071 (the server behind them: http://127.0.0.1:${process.env.TOCSIN_PORT ?? '7070'})`,
  );
}
