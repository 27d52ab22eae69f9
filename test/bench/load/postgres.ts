import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterBench, temporaryDirectory } from '../measure/workspace.ts';
import { createCases, createExposure } from './case-row.ts';
import type { Exposure, OtherDatabase } from './other-database.ts';

const HOME = '/usr/lib/postgresql';

/**
 * What a careful administrator would build for these questions: an index that answers the daily sums without touching
 * the table, one per dimension that is filtered or split by, and one for the open cases.
 */
const INDEXES = [
  'CREATE INDEX ON cases (day) INCLUDE (kind, source, line, region, reason, is_repeat, is_escalated, status, closed_on)',
  'CREATE INDEX ON cases (due_on) INCLUDE (kind, source, line, region, closed_on, status)',
  'CREATE INDEX ON cases (region, day) INCLUDE (kind, source)',
  'CREATE INDEX ON cases (reason, day) INCLUDE (kind, source)',
  'CREATE INDEX ON cases (line text_pattern_ops, day) INCLUDE (kind, source, is_repeat, is_escalated, status, closed_on)',
  'CREATE INDEX ON cases (organisation text_pattern_ops, day) INCLUDE (kind, source, is_repeat, is_escalated, status, closed_on)',
  "CREATE INDEX ON cases (due_on) WHERE kind = 'complaint' AND closed_on IS NULL",
];

/** Generous for a machine of 8 GiB or more; two workers a query, as there are two cores. */
const SETTINGS = {
  shared_buffers: '2GB',
  effective_cache_size: '6GB',
  work_mem: '128MB',
  maintenance_work_mem: '1GB',
  max_parallel_workers_per_gather: '2',
  random_page_cost: '1.1',
  max_wal_size: '16GB',
  fsync: 'off',
  listen_addresses: "''",
};

/** Runs a command of PostgreSQL as the user it insists on. */
function asPostgres(command: readonly string[]): void {
  const [program = '', ...args] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command.join(' ')} failed: ${stderr}`);
}

/** A private cluster in a temporary directory, reached by a socket there; stopped and removed with the bench. */
export async function openPostgres(casesFile: string, exposure: readonly Exposure[]): Promise<OtherDatabase> {
  if (!existsSync(HOME))
    throw new Error('PostgreSQL is not installed: apt-get install postgresql, or pass --postgres no');
  const version = readdirSync(HOME).toSorted((a, b) => Number(b) - Number(a))[0] ?? '';
  const bin = join(HOME, version, 'bin');
  const directory = temporaryDirectory('postgres');
  giveToPostgres(directory);
  const data = join(directory, 'data');
  asPostgres([join(bin, 'initdb'), '-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-U', 'bench']);
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: directory });
  const flags = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  asPostgres([join(bin, 'pg_ctl'), '-D', data, '-w', '-o', flags, '-l', join(directory, 'log'), 'start']);
  afterBench(() => asPostgres([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop']));

  // Days as texts: a Date would move them by the zone.
  pg.types.setTypeParser(1082, (text) => text);
  const client = new pg.Client({ host: directory, user: 'bench', database: 'postgres' });
  await client.connect();
  afterBench(() => client.end());
  await client.query(createCases);
  // COPY reads the file itself, as the server's user.
  chmodSync(dirname(casesFile), 0o755);
  await client.query(`COPY cases FROM '${casesFile}'`);
  for (const index of INDEXES) await client.query(index);
  await client.query(createExposure);
  await client.query('INSERT INTO exposure SELECT * FROM json_populate_recordset(null::exposure, $1)', [
    JSON.stringify(exposure),
  ]);
  await client.query('VACUUM ANALYZE cases');
  await client.query('VACUUM ANALYZE exposure');
  return {
    name: `PostgreSQL ${version}`,
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
  };
}

/** The server's user must be able to enter the directory. */
function giveToPostgres(directory: string): void {
  if (process.getuid?.() !== 0) return;
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  chownSync(directory, id('-u'), id('-g'));
  chmodSync(directory, 0o700);
}
