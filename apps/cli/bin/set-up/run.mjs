import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The workspace's root folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Runs a program to its end with our own output; true when it went well. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
  return result.status === 0;
}

/** Runs a JavaScript file that a package in node_modules brings, without a shell and on every system. */
export function runTool(file, args, options = {}) {
  return run(process.execPath, [`${ROOT}node_modules/${file}`, ...args], options);
}

/** Runs npm: the one that started us if there is one, else the one on the path. */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** `4.2 s` since `startMs`, a reading of performance.now(). */
export function secondsSince(startMs) {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}
