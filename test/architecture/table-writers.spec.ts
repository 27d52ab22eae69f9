import { describe, expect, it } from 'vitest';
import { read, sourceFiles, withoutComments } from './workspace.ts';

const stages = ['ingest', 'roll-up', 'detect', 'alert', 'notify'] as const;

const writesFolder = sourceFiles().filter((file) => file.startsWith('libs/warehouse/src/writes/'));
const serverFiles = sourceFiles().filter((file) => file.startsWith('apps/server/src/') && !/\/testing[./]/.test(file));

/** The tables that a stage says it writes. */
function declaredWrites(stage: string): string[] {
  const code = read(`apps/server/src/${stage}/${stage}.stage.ts`);
  const list = /readonly writes = \[([^\]]*)\]/.exec(code)?.[1] ?? '';
  return [...list.matchAll(/'([a-z_]+)'/g)].map(([, table]) => table ?? '');
}

/** Functions of the warehouse that insert or delete, and where; those of roll up name their tables by the list of cubes. */
const writers = writesFolder.flatMap((file) => {
  const code = withoutComments(read(file));
  const writes = /(?:\.(?:insert|insertStream)\(|(?:hideRows|deleteRows)\(\s*warehouse,)\s*'([a-z_]+)'/g;
  const tables = [...code.matchAll(writes)].map(([, table]) => table ?? '');
  const functions = [...code.matchAll(/export (?:async function|const) (\w+)/g)].map(([, name]) => name ?? '');
  return functions.flatMap((name) => tables.map((table) => ({ name, table })));
});

/** The folder of the server that calls each writer. */
function callersOf(name: string): string[] {
  const call = new RegExp(String.raw`\b${name}\(`);
  const files = serverFiles.filter((file) => call.test(withoutComments(read(file))));
  return [...new Set(files.map((file) => file.split('/')[3] ?? ''))];
}

describe('every table has one writer', () => {
  it('finds the writers at all', () => expect(writers.length).toBeGreaterThan(12));

  it('no two stages say that they write the same table', () => {
    const all = stages.flatMap(declaredWrites);
    expect(all.length).toBeGreaterThan(15);
    expect([...new Set(all)]).toEqual(all);
  });

  const tables = [...new Set(writers.map(({ table }) => table))];
  it.each(tables)('%s is written from one folder of the server, and a stage that does it says so', (table) => {
    const callers = new Set(writers.filter((writer) => writer.table === table).flatMap(({ name }) => callersOf(name)));
    // The ledger of settings is a lock and a memory: the warehouse itself, the lease and the set-up each keep their own names.
    if (table === 'setting') return;
    expect(callers.size, [...callers].join(', ')).toBeLessThanOrEqual(1);
    for (const caller of callers) {
      if ((stages as readonly string[]).includes(caller)) expect(declaredWrites(caller)).toContain(table);
    }
  });
});

describe('stages meet only in tables', () => {
  it.each(stages)('%s imports no other stage', (stage) => {
    const others = stages.filter((other) => other !== stage);
    const imports = serverFiles
      .filter((file) => file.startsWith(`apps/server/src/${stage}/`))
      .flatMap((file) => [...read(file).matchAll(/from '([^']+)'/g)].map(([, from]) => `${file}: ${from ?? ''}`));
    expect(imports.filter((one) => others.some((other) => one.includes(`../${other}/`)))).toEqual([]);
  });
});
