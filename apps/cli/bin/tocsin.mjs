#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const built = new URL('../dist/tocsin.mjs', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('The command has not been built yet: run `npm run build` in the folder of Tocsin first.');
  process.exitCode = 1;
}
