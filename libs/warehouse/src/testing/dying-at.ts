import type { Warehouse } from '../connection/warehouse.ts';

/** The warehouse of a process that is killed when it is about to run the named statement or insert into the named table. */
export const dyingAt = (warehouse: Warehouse, name: string): Warehouse => {
  const die = (): Promise<never> => Promise.reject(new Error(`killed at ${name}`));
  return {
    timeZone: warehouse.timeZone,
    database: warehouse.database,
    cluster: warehouse.cluster,
    rows: (query) => warehouse.rows(query),
    one: (query) => warehouse.one(query),
    maybeOne: (query) => warehouse.maybeOne(query),
    stream: (query, format, options) => warehouse.stream(query, format, options),
    run: (statement, what, settings) => (what === name ? die() : warehouse.run(statement, what, settings)),
    insert: (table, rows, options) => (table === name ? die() : warehouse.insert(table, rows, options)),
    insertStream: (table, columns, format, source, options) =>
      warehouse.insertStream(table, columns, format, source, options),
    nextMark: () => warehouse.nextMark(),
    ping: () => warehouse.ping(),
    close: () => warehouse.close(),
  };
};
