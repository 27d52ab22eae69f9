import type { Migration } from './migrations.ts';

export type Applied = Pick<Migration, 'version' | 'name' | 'sha256'>;

export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
}

export class MigrationEdited extends Error {
  override readonly name = 'MigrationEdited';
}

/** What is still to be applied, given the ledger. Refuses a ledger that this program did not write. */
export function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const newest = known.at(-1)?.version ?? 0;
  const beyond = applied.find(({ version }) => version > newest);
  if (beyond !== undefined) {
    throw new SchemaTooNew(
      `The database is at schema ${beyond.version} (${beyond.name}), but this version of Tocsin only knows schema ` +
        `${newest}. Start the newer version again, or restore a backup made before the upgrade.`,
    );
  }
  for (const { version, name, sha256 } of applied) {
    if (known.find((migration) => migration.version === version)?.sha256 === sha256) continue;
    throw new MigrationEdited(
      `Migration ${version} (${name}) is not the text that was applied to this database. ` +
        'Migrations only go forward: undo the edit and write a new one with the next number.',
    );
  }
  return known.filter(({ version }) => !applied.some((done) => done.version === version));
}
