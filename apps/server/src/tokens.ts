/**
 * What every part of the server may ask for by `@Inject(…)`; provided for all by CoreModule.
 * WAREHOUSE: Warehouse (libs/warehouse) · CONFIG: Config (config.ts) · CLOCK: Clock (clock.ts).
 * By class: PipelineBell (pipeline/bell.ts), Feed (present/feed/feed.ts).
 */
export const WAREHOUSE = Symbol('warehouse');
export const CONFIG = Symbol('config');
export const CLOCK = Symbol('clock');
