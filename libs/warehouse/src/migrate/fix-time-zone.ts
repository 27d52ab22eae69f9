import type { Warehouse } from '../connection/warehouse.ts';
import { readSetting } from '../queries/read-setting.query.ts';
import { saveSetting } from '../writes/save-setting.ts';

export class TimeZoneFixed extends Error {
  override readonly name = 'TimeZoneFixed';
}

/** Partitions and days follow the columns' zone, so the zone of the first start is kept and another is refused. */
export async function fixTimeZone(warehouse: Warehouse, timeZone: string): Promise<void> {
  const kept = await warehouse.maybeOne(readSetting('time_zone'));
  if (kept === undefined) return saveSetting(warehouse, 'time_zone', timeZone);
  if (kept.value !== timeZone) {
    throw new TimeZoneFixed(
      `This database counts its days in ${kept.value}; that was fixed when it was first started and cannot become ` +
        `${timeZone}. Set TOCSIN_TIME_ZONE=${kept.value}, or start with an empty data directory and import again.`,
    );
  }
}
