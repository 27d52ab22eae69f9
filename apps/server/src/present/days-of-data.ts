import { Inject, Injectable } from '@nestjs/common';
import { type Coverage, type Warehouse, coverage } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';
import { DataVersion } from './data-version.ts';

/** Between which days there are data, read once for a state of the data. */
@Injectable()
export class DaysOfData {
  #known: { readonly version: string; readonly days: Promise<Coverage> } | undefined;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly dataVersion: DataVersion,
  ) {}

  async now(): Promise<Coverage> {
    const version = await this.dataVersion.current();
    if (this.#known?.version !== version) {
      const days = this.warehouse.one(coverage());
      days.catch(() => (this.#known = undefined));
      this.#known = { version, days };
    }
    return this.#known.days;
  }
}
