import { Inject, Injectable } from '@nestjs/common';
import { type Coverage, type Warehouse, coverage } from '@tocsin/warehouse';
import { WAREHOUSE } from '../tokens.ts';
import { DataVersion } from './data-version.ts';
import { KeptReadings } from './kept-readings.ts';

/** Between which days there are data, read once for a state of the data. */
@Injectable()
export class DaysOfData {
  readonly #days = new KeptReadings<Coverage>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly dataVersion: DataVersion,
  ) {}

  async now(): Promise<Coverage> {
    return this.#days.of(await this.dataVersion.current(), () => this.warehouse.one(coverage()));
  }
}
