import { Inject, Injectable } from '@nestjs/common';
import { Import, ImportProgress } from '@tocsin/contracts';
import { type ImportRecord, type Warehouse, dirtyMonths, findSettlement, getImport } from '@tocsin/warehouse';
import { ImportsUnderWay } from '../../pipeline/imports-under-way.ts';
import { Refusal } from '../../refusal.ts';
import { WAREHOUSE } from '../../tokens.ts';

/** How far an import is, from what is stored and, where it is at work in this process, from the work itself. */
@Injectable()
export class ImportProgressService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly underWay: ImportsUnderWay,
  ) {}

  /** What is at work in this process is not asked for again: `before` is what was told of it last. */
  async of(id: string, before?: Import): Promise<ImportProgress> {
    // looked at first: what ends in between is then found as ended, never as not begun
    const working = this.underWay.howFar(id);
    if (working !== undefined && before?.state === 'running') {
      return told({ ...before, ...working.counts }, working.stage, working.share);
    }
    const record = await this.warehouse.maybeOne(getImport(id));
    if (record === undefined) {
      throw new Refusal('not-found', {
        detail: { zh: `没有编号为 ${id} 的导入。`, en: `There is no import with the id ${id}.` },
      });
    }
    if (record.state === 'received') return told(record, 'waiting', 0);
    if (record.state !== 'running') return told(record, (await this.#isAddedUp(record)) ? 'over' : 'adding-up', 1);
    if (working === undefined) return told(record, 'reading', 0);
    return told({ ...record, ...working.counts }, working.stage, working.share);
  }

  /** Whether the months that the import changed have been summed since. */
  async #isAddedUp({ id, state, dryRun }: ImportRecord): Promise<boolean> {
    if (state !== 'done' || dryRun) return true;
    const settlement = await this.warehouse.maybeOne(findSettlement(id));
    if (settlement === undefined) return true;
    const dirty = await this.warehouse.rows(dirtyMonths());
    return !dirty.some(({ month }) => settlement.months.includes(month));
  }
}

const told = (record: Import, stage: ImportProgress['stage'], share: number): ImportProgress =>
  ImportProgress.parse({ import: record, stage, share });
