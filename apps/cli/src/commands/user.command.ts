import process from 'node:process';
import { CreateAccount, roles } from '@tocsin/contracts';
import { type Command, Option } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { withConnection } from '../connection.ts';
import { printJson, printText } from '../print.ts';

interface Options {
  readonly role: string;
  readonly organisation: readonly string[];
  readonly passwordStdin: boolean;
  readonly json: boolean;
}

/** `tocsin user create NAME`: an account, with a password of its own choice or one made here and shown once. */
export function addUser(tocsin: Command): void {
  const more = (value: string, before: readonly string[]) => [...before, value];
  tocsin
    .command('user')
    .description('accounts')
    .command('create')
    .description('make an account; prints its password unless you give one')
    .argument('<name>')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).default('analyst'))
    .option('--organisation <code>', 'sees only this organisation and below (may be repeated)', more, [])
    .option('--password-stdin', 'read the password from the first line of stdin', false)
    .option('--json', 'one JSON document on stdout', false)
    .action((name: string, options: Options) => create(name, options));
}

async function create(name: string, { role, organisation, passwordStdin, json }: Options): Promise<void> {
  const given = passwordStdin ? await firstLine() : undefined;
  const { readableSecret } = await import('@tocsin/server');
  const password = given ?? readableSecret(4);
  await withConnection(async (connection) => {
    const answer = await connection.fetch(CreateAccount.path, {
      method: CreateAccount.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password, role, organisations: organisation }),
    });
    const account = CreateAccount.reply.parse(await answer.json());
    const shown = given === undefined ? { password } : {};
    if (json) return printJson({ ...account, ...shown });
    await printText(`Account ${account.name} (${account.role}) is made.\n`);
    if (given === undefined) await printText(`Password: ${password}\nIt is shown only now.\n`);
  });
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  if (line === '') throw new CommandFailure('--password-stdin was given, but nothing came on stdin.', 2);
  return line;
}
