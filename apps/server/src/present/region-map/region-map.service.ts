import { Inject, Injectable } from '@nestjs/common';
import type { RegionMap, RegionMapInput } from '@tocsin/contracts';
import { type RegionMapRecord, type Warehouse, newestRegionMap, saveRegionMap } from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { checkedShapes } from './checked-shapes.ts';

/** Keeps the operator's map: each version is added, none is changed. */
@Injectable()
export class RegionMapService {
  /** One change at a time: two people never take the same version number. */
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async current(): Promise<RegionMap | null> {
    const newest = await this.#newest();
    return newest === undefined || newest.removed === 1 ? null : shown(newest);
  }

  give({ approval, geojson }: z.output<typeof RegionMapInput>, by: string): Promise<RegionMap> {
    checkedShapes(geojson);
    return this.#alone(async () => {
      const before = await this.#newest();
      const record = { ...this.#next(before, by), approval, geojson, removed: 0 };
      await saveRegionMap(this.warehouse, record);
      return shown(record);
    });
  }

  remove(by: string): Promise<RegionMapRecord> {
    return this.#alone(async () => {
      const before = await this.#newest();
      if (before === undefined || before.removed === 1) throw noMap();
      const record = { ...before, ...this.#next(before, by), removed: 1 };
      await saveRegionMap(this.warehouse, record);
      return record;
    });
  }

  async #newest(): Promise<RegionMapRecord | undefined> {
    return (await this.warehouse.rows(newestRegionMap()))[0];
  }

  #next(before: RegionMapRecord | undefined, by: string) {
    return { version: (before?.version ?? 0) + 1, at: this.clock.now().toISOString(), by };
  }

  #alone<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#changing.then(change);
    this.#changing = changed.catch(() => undefined);
    return changed;
  }
}

const shown = ({ version, approval, by, at, geojson }: RegionMapRecord): RegionMap => ({
  ...{ version, approval, by, at, geojson },
  ...checkedShapes(geojson),
});

const noMap = () =>
  new Refusal('not-found', {
    detail: { zh: '没有正在使用的地图：地区以方格显示。', en: 'No map is in use: regions are drawn as tiles.' },
  });
