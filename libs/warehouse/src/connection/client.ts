import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import type { WarehouseOptions } from './warehouse.ts';

/** Makes every format say the same thing on any server, whatever its profile's defaults are. */
export const fixedSettings: ClickHouseSettings = {
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_denormals: 0,
  output_format_json_quote_decimals: 0,
  date_time_output_format: 'iso',
  join_use_nulls: 1,
  max_execution_time: 300,
  // A day decides the partition and is part of the key of `complaint`: rows of two partitions never replace each other.
  do_not_merge_across_partitions_select_final: 1,
};

export const arrowSettings: ClickHouseSettings = {
  output_format_arrow_compression_method: 'none',
  output_format_arrow_low_cardinality_as_dictionary: 1,
};

/** A cluster writes through to the shards before it answers, and joins what lies on the same shard there. */
const clusterSettings = { distributed_foreground_insert: 1, distributed_product_mode: 'local' } as const;

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const REQUEST_TIMEOUT_MS = 30 * 60_000;

export type ConnectionOptions = Pick<WarehouseOptions, 'url' | 'username' | 'password' | 'cluster'>;

/** Compression only pays off when bytes leave the machine. */
export function connect(options: ConnectionOptions, database?: string): ClickHouseClient {
  const far = !LOOPBACK.includes(new URL(options.url).hostname);
  return createClient({
    url: options.url,
    username: options.username,
    password: options.password,
    ...(database === undefined ? {} : { database }),
    application: 'tocsin',
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: 32,
    compression: { request: far, response: far },
    use_multipart_params_auto: true,
    // Whoever called gets the error; a second copy in the log helps nobody.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...fixedSettings, ...(options.cluster === undefined ? {} : clusterSettings) },
  });
}
