import { CreateApiKey, roles } from '@tocsin/contracts';
import { type Command, Option } from 'commander';
import { withConnection } from '../connection.ts';
import { printJson, printText } from '../print.ts';

interface Options {
  readonly role: string;
  readonly organisation: readonly string[];
  readonly json: boolean;
}

/** `tocsin key create LABEL`: a key for a program. */
export function addKey(tocsin: Command): void {
  const more = (value: string, before: readonly string[]) => [...before, value];
  tocsin
    .command('key')
    .description('API keys')
    .command('create')
    .description('make a key for a program: Authorization: Bearer KEY')
    .argument('<label>', 'what it is for')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('operator'))
    .option('--organisation <code>', 'sees only this organisation and below (may be repeated)', more, [])
    .option('--json', 'one JSON document on stdout', false)
    .action((label: string, options: Options) => create(label, options));
}

function create(label: string, { role, organisation, json }: Options): Promise<void> {
  return withConnection(async (connection) => {
    const answer = await connection.fetch(CreateApiKey.path, {
      method: CreateApiKey.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ label, role, organisations: organisation }),
    });
    const made = CreateApiKey.reply.parse(await answer.json());
    if (json) return printJson(made);
    return printText(`${made.key}\nThe key is shown only now. It acts as ${made.role}.\n`);
  });
}
