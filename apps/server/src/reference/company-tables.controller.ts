import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CreateExposures, PutDictionary, type ReferenceOutcome, dimensions } from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../identity/caller.ts';
import { Refusal } from '../refusal.ts';
import { editableTable } from './known-table.ts';
import { readReferenceFile } from './reference-file.ts';
import { ReferenceService } from './reference.service.ts';

type Taken = Pick<ReferenceOutcome, 'accepted' | 'rejected'>;

/** The names that scripts have known from the start for merging into two kinds of reference tables. */
@Controller()
export class CompanyTablesController {
  constructor(private readonly reference: ReferenceService) {}

  @Post(CreateExposures.path)
  @HttpCode(200)
  exposures(@Body() body: unknown, @CurrentCaller() caller: Caller): Promise<Taken> {
    return this.#merge('exposure', body, caller);
  }

  @Put(PutDictionary.path)
  async dictionary(
    @Param('name') name: string,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<Taken> {
    if (!dimensions.some((dimension) => dimension === name)) throw unknownDictionary(name);
    return this.#merge(name, body, caller);
  }

  async #merge(name: string, body: unknown, caller: Caller): Promise<Taken> {
    const table = editableTable(name, caller);
    const asked = { mode: 'merge', name: '', by: caller.name } as const;
    const { accepted, rejected } = await this.reference.take(table, await readReferenceFile(table, body), asked);
    return { accepted, rejected };
  }
}

const unknownDictionary = (name: string) =>
  new Refusal('not-found', {
    detail: {
      zh: `没有名为 ${name} 的字典：可用的有 ${dimensions.join('、')}。`,
      en: `There is no dictionary ${name}: there are ${dimensions.join(', ')}.`,
    },
  });
