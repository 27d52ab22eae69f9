import { Controller, Get, Inject } from '@nestjs/common';
import { GetDictionaries, type GetDictionariesReply } from '@tocsin/contracts';
import { type Warehouse, listDictionaries } from '@tocsin/warehouse';
import { shippedNames } from '../../reference/place-names/shipped-names.ts';
import { Trees } from '../../reference/trees.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { mergeDictionaries } from './merge-dictionaries.ts';

/** The names of all codes, so that pages show words. */
@Controller()
export class DictionariesController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
  ) {}

  @Get(GetDictionaries.path)
  async all(): Promise<GetDictionariesReply> {
    const [shipped, entries] = await Promise.all([shippedNames(), this.warehouse.rows(listDictionaries())]);
    return { dictionaries: mergeDictionaries(shipped, [...entries, ...(await this.trees.names(entries))]) };
  }
}
