import { Inject, Injectable } from '@nestjs/common';
import { RecordCutter, forEachCsvRecord } from '@tocsin/ingestion';
import { type RejectedRow, type Warehouse, rejectedRows } from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';

/** Spreadsheets take a CSV for UTF-8 only with this mark in front. */
const MARK = '\uFEFF';
const COLUMNS = ['row', 'code', 'field', 'sentence_zh', 'sentence_en', 'raw'];

/** The refused rows of an import as a CSV, one line for each reason, however many there are. */
@Injectable()
export class RejectedRowsService {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  /** In pieces of text; only a piece at a time is held in memory. */
  async csv(batchId: string): Promise<AsyncGenerator<string>> {
    const source = await this.warehouse.stream(rejectedRows(batchId), 'CSVWithNames');
    return linesOf(source as AsyncIterable<Buffer>);
  }
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  yield `${MARK}${COLUMNS.join(',')}\r\n`;
  const cutter = new RecordCutter({ delimiter: ',' });
  for await (const piece of source) {
    for (const block of cutter.push(piece)) yield linesOfBlock(block);
  }
  for (const block of cutter.end()) yield linesOfBlock(block);
}

function linesOfBlock({ kind, bytes }: { kind: string; bytes: Uint8Array }): string {
  let out = '';
  if (kind !== 'records') return out;
  forEachCsvRecord(new TextDecoder().decode(bytes), ',', (cells) => {
    const [, row = '', reasons = '[]', raw = ''] = cells;
    for (const { code, field, sentence } of JSON.parse(reasons) as RejectedRow['reasons']) {
      out += `${[row, code, field, sentence.zh, sentence.en, raw].map(quoted).join(',')}\r\n`;
    }
  });
  return out;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
