import { Inject, Injectable } from '@nestjs/common';
import type { ListImportRows } from '@tocsin/contracts';
import { type Warehouse, rejectedRows, rowWarnings } from '@tocsin/warehouse';
import type { z } from 'zod';
import { WAREHOUSE } from '../../tokens.ts';
import { sentenceOf } from '../work/doubts.ts';

type Rows = z.infer<typeof ListImportRows.reply>['rows'];

/** Refused and doubtful rows of an import as a page shows them: the first ones, masked, with their reasons. */
@Injectable()
export class ImportRowsService {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  async rejected(batchId: string, limit: number): Promise<Rows> {
    const rows = await this.warehouse.rows(rejectedRows(batchId, limit));
    return rows.map(({ rowNumber, raw, reasons }) => ({
      row: rowNumber,
      cells: JSON.parse(raw) as Record<string, string>,
      reasons,
    }));
  }

  /** Of a doubtful row only the complaint's number is shown: it was taken, and the pages show the rest. */
  async warned(batchId: string, limit: number): Promise<Rows> {
    const rows = new Map<number, Rows[number]>();
    for (const { rowNumber, complaintId, code, field, shown, expected } of await this.warehouse.rows(
      rowWarnings(batchId, limit),
    )) {
      const row = rows.get(rowNumber) ?? { row: rowNumber, cells: { complaint_id: complaintId }, reasons: [] };
      row.reasons.push({ code, field, sentence: sentenceOf(code, field, expected, shown) });
      rows.set(rowNumber, row);
    }
    return [...rows.values()];
  }
}
