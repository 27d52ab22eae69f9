import process from 'node:process';
import { Command } from 'commander';
import { CommandFailure } from './command-failure.ts';
import { addDemo } from './commands/demo.command.ts';
import { addDetect } from './commands/detect.command.ts';
import { addImport } from './commands/import.command.ts';
import { addKey } from './commands/key.command.ts';
import { addLineage } from './commands/lineage.command.ts';
import { addProfile } from './commands/profile.command.ts';
import { addReference } from './commands/reference.command.ts';
import { addBacktest } from './commands/backtest.command.ts';
import { addIncidents } from './commands/incidents.command.ts';
import { addRules } from './commands/rules.command.ts';
import { addScan } from './commands/scan.command.ts';
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
  const all = [
    addServe,
    addDemo,
    addImport,
    addProfile,
    addReference,
    addRules,
    addBacktest,
    addIncidents,
    addSeries,
    addLineage,
    addDetect,
    addScan,
    addUser,
    addKey,
  ];
  for (const add of all) add(tocsin);
  return tocsin;
}

try {
  await program().parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  console.error(await sentence(error));
}

/** Our own failures speak for themselves; the server explains what kept it from starting. */
async function sentence(error: unknown): Promise<string> {
  if (error instanceof CommandFailure) return error.message;
  const { explained } = await import('@tocsin/server');
  return explained(error);
}
