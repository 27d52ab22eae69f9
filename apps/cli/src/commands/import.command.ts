import type { Import } from '@tocsin/contracts';
import type { Command } from 'commander';
import type { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';
import { withConnection } from '../connection.ts';
import { dryRun } from '../import/dry-run.ts';
import { progressBar } from '../import/progress.ts';
import { upload } from '../import/upload.ts';
import { printJson, printText } from '../print.ts';
import { isProfileFile, putProfileFile } from '../profile/profile-file.ts';
import { fittingProfile } from '../profile/fitting-profile.ts';
import { profileFor } from '../profile/profile-for.ts';

interface Options {
  readonly profile?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export type Outcome = Pick<
  z.infer<typeof Import>,
  | 'read'
  | 'accepted'
  | 'warned'
  | 'added'
  | 'updated'
  | 'duplicate'
  | 'outdated'
  | 'rejected'
  | 'skipped'
  | 'reasons'
  | 'warnings'
  | 'warned'
  | 'warnings'
>;

/** `tocsin import FILE`: through the same door as any other file, with what became of its rows. */
export function addImport(tocsin: Command): void {
  tocsin
    .command('import')
    .description('bring a file of complaints in: CSV, Excel, JSON, Parquet or Arrow, packed or not')
    .argument('<file>')
    .option(
      '--profile <name or file>',
      'how its columns are to be read; a file is kept as a new version. Without it the profile that fits is taken',
    )
    .option('--dry-run', 'only say what would become of the rows; store nothing', false)
    .option('--json', 'one JSON document on stdout', false)
    .action((file: string, options: Options) => (options.dryRun ? tryOut(file, options) : bringIn(file, options)));
}

function bringIn(file: string, { profile, json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const isFile = profile !== undefined && isProfileFile(profile);
    const name = isFile ? (await putProfileFile(profile, connection)).name : profile;
    const done = await upload(file, name, connection, progressBar());
    await (json ? printJson(done) : printText(choiceLine(done.profileBecause) + summary(done)));
    if (done.state === 'failed') {
      throw new CommandFailure(`The import failed: ${done.error?.en ?? 'see the server log'}`);
    }
  });
}

async function tryOut(file: string, { profile, json }: Options): Promise<void> {
  const { profile: meant, because } = profile === undefined ? await fittingProfile(file) : await named(profile);
  const outcome = await dryRun(file, meant);
  const document = { dryRun: true, profile: profile ?? meant.name, profileBecause: because, ...outcome };
  await (json ? printJson(document) : printText(choiceLine(because) + dryRunSummary(outcome)));
}

const named = async (profile: string) => ({ profile: await profileFor(profile), because: null });

/** The line that says which profile was taken where none was named. */
const choiceLine = (because: Import['profileBecause']) => (because === null ? '' : `${because.en}\n`);

const count = (rows: number) => rows.toLocaleString('en').padStart(12);

function summary(outcome: Outcome): string {
  const { read, added, updated, duplicate, outdated, rejected, skipped, accepted, warned, reasons, warnings } = outcome;
  const lines = [
    `${count(read)} read`,
    `${count(accepted)} accepted: ${added} added, ${updated} updated, ${duplicate} duplicate, ${outdated} outdated`,
    ...(warned > 0 ? [`${count(warned)} of them with warnings`, ...reasonLines(warnings)] : []),
    `${count(rejected)} rejected`,
    ...reasonLines(reasons),
    ...(skipped > 0 ? [`${count(skipped)} skipped`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function dryRunSummary({ read, accepted, rejected, skipped, reasons }: Awaited<ReturnType<typeof dryRun>>): string {
  const lines = [
    `${count(read)} read`,
    `${count(accepted)} would be accepted`,
    `${count(rejected)} would be rejected`,
    ...reasonLines(reasons),
    ...(skipped > 0 ? [`${count(skipped)} would be skipped`] : []),
    'Nothing was stored.',
  ];
  return `${lines.join('\n')}\n`;
}

const reasonLines = (reasons: Outcome['reasons']) =>
  reasons.map(({ rows, field, sentence }) => `${count(rows)}   ${field === '' ? '' : `${field}: `}${sentence.en}`);
