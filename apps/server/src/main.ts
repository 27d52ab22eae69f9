import process from 'node:process';
import { createServer } from './create-server.ts';
import { explained } from './explained.ts';
import { stopOnSignal } from './stop-on-signal.ts';

try {
  const server = await createServer();
  stopOnSignal(server);
  process.stderr.write(`Tocsin is at ${server.url}\n`);
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exit(1);
}
