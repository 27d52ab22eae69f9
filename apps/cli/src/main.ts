import process from 'node:process';
import { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';
import { addDemo } from './commands/demo.command.ts';
import { addDetect } from './commands/detect.command.ts';
import { addImport } from './commands/import.command.ts';
import { addKey } from './commands/key.command.ts';
import { addSeries } from './commands/series.command.ts';
import { addServe } from './commands/serve.command.ts';
import { addUser } from './commands/user.command.ts';

/** The command `tocsin`. Exit status: 0 done, 1 it could not be done, 2 it was asked wrongly. */
export function program(): Command {
  const tocsin = new Command('tocsin')
    .description('Complaint analytics and early warning (诉警)')
    .version('0.1.0')
    .showHelpAfterError('(tocsin --help shows what there is)')
    .addHelpText(
      'after',
      '\nSettings come from the environment: TOCSIN_DATA, TOCSIN_HOST, TOCSIN_PORT, TOCSIN_TIME_ZONE, CLICKHOUSE_URL …\n' +
        'With no server running on the data directory, a command starts the engine itself and stops it afterwards.',
    );
  for (const add of [addServe, addDemo, addImport, addSeries, addDetect, addUser, addKey]) add(tocsin);
  return tocsin;
}

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  console.error(explained(error));
}

/** Expected failures speak for themselves; anything else shows where it happened. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected = error instanceof CommandFailure || ['BadConfig', 'DirectoryTaken'].includes(error.name);
  return isExpected ? error.message : (error.stack ?? error.message);
}
