import { ListProfiles, ListProfileVersions, type ProfileSummary } from '@tocsin/contracts';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { withConnection } from '../connection.ts';
import { printJson, printText, table } from '../print.ts';
import { putProfileFile } from '../profile/profile-file.ts';
import { suggestFor, suggestionText } from '../profile/suggest.ts';
import { fetchProfile } from '../profile/profile-for.ts';

interface Options {
  readonly json: boolean;
}

/** `tocsin profile …`: how the files of each source are read, as files that can be kept, changed and put back. */
export function addProfile(tocsin: Command): void {
  const profile = tocsin.command('profile').description('how the columns of a source become complaints');
  const json = ['--json', 'one JSON document on stdout', false] as const;
  profile
    .command('list')
    .description('the newest version of each')
    .option(...json)
    .action(list);
  profile
    .command('show')
    .description('a profile as a file')
    .argument('<name>')
    .option('--version <number>', 'an earlier version; 0 is the one that ships', Number)
    .option('--yaml', 'as YAML instead of JSON', false)
    .action(show);
  profile
    .command('put')
    .description('keep a file as a new version')
    .argument('<file>', 'JSON or YAML')
    .option(...json)
    .action(put);
  profile
    .command('versions')
    .description('all versions of one, newest first')
    .argument('<name>')
    .option(...json)
    .action(versions);
  profile
    .command('suggest')
    .description('propose a profile for a file from its names and values; stores nothing')
    .argument('<file>')
    .option(...json)
    .action(suggest);
}

function list({ json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const { profiles } = ListProfiles.reply.parse(await (await connection.fetch(ListProfiles.path)).json());
    await (json ? printJson({ profiles }) : printText(table(profiles.map(line))));
  });
}

function versions(name: string, { json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const answer = await connection.fetch(ListProfileVersions.path.replace(':name', encodeURIComponent(name)));
    const { versions: all } = ListProfileVersions.reply.parse(await answer.json());
    await (json ? printJson({ versions: all }) : printText(table(all.map(line))));
  });
}

function show(name: string, { version, yaml }: { readonly version?: number; readonly yaml: boolean }): Promise<void> {
  return withConnection(async (connection) => {
    const profile = await fetchProfile(name, connection, version);
    await printText(yaml ? stringify(profile, { lineWidth: 0 }) : `${JSON.stringify(profile, undefined, 2)}\n`);
  });
}

function put(file: string, { json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const kept = await putProfileFile(file, connection);
    await (json ? printJson(kept) : printText(`Profile ${kept.name} is kept as version ${kept.version}.\n`));
  });
}

async function suggest(file: string, { json }: Options): Promise<void> {
  const suggestion = await suggestFor(file);
  await (json ? printJson(suggestion) : printText(suggestionText(suggestion)));
}

const line = ({ name, version, at, by, label }: ProfileSummary): string[] => [
  name,
  String(version),
  at ?? 'ships with Tocsin',
  by,
  label.en,
];
