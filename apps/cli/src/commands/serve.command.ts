import process from 'node:process';
import type { Command } from 'commander';

/** `tocsin serve`: the server, until Ctrl+C or SIGTERM. What `npm start` runs. */
export function addServe(tocsin: Command): void {
  tocsin
    .command('serve')
    .description('run the server (settings from the environment)')
    .action(async () => {
      const { createServer, stopOnSignal } = await import('@tocsin/server');
      const server = await createServer();
      stopOnSignal(server);
      process.stderr.write(`Tocsin is at ${server.url}\n`);
    });
}
