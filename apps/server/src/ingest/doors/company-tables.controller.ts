import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { CreateExposures, PutDictionary, dimensions } from '@tocsin/contracts';
import { type RefusedLine, readDictionary, readExposures } from '@tocsin/ingestion';
import { type Warehouse, saveDictionary, saveExposures } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import { Allow } from '../../identity/allow.ts';
import { PipelineBell } from '../../pipeline/bell.ts';
import { Refusal } from '../../refusal.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { smallText } from './streamed-body.ts';

const MOST_BYTES = 64 * 2 ** 20;

interface Taken {
  readonly accepted: number;
  readonly rejected: readonly RefusedLine[];
}

/** The door for what a company says about itself: denominators and the names of its codes. Small CSV tables. */
@Controller()
export class CompanyTablesController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly bell: PipelineBell,
  ) {}

  @Post(CreateExposures.path)
  @HttpCode(200)
  @Allow('admin', 'operator')
  async exposures(@Body() body: unknown): Promise<Taken> {
    const { rows, rejected } = readExposures(await smallText(body, MOST_BYTES));
    if (rows.length > 0) await saveExposures(this.warehouse, rows, this.clock.now());
    void this.bell.ring({ trigger: 'import' });
    return { accepted: rows.length, rejected };
  }

  @Put(PutDictionary.path)
  @Allow('admin', 'operator')
  async dictionary(@Param('name') name: string, @Body() body: unknown): Promise<Taken> {
    if (!dimensions.some((dimension) => dimension === name)) throw unknownDictionary(name);
    const { rows, rejected } = readDictionary(await smallText(body, MOST_BYTES));
    const entries = rows.map((row) => ({ dictionary: name, ...row }));
    if (entries.length > 0) await saveDictionary(this.warehouse, entries, this.clock.now());
    return { accepted: rows.length, rejected };
  }
}

const unknownDictionary = (name: string) =>
  new Refusal('not-found', {
    detail: {
      zh: `没有名为 ${name} 的字典：可用的有 ${dimensions.join('、')}。`,
      en: `There is no dictionary ${name}: there are ${dimensions.join(', ')}.`,
    },
  });
