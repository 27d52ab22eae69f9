import { Inject, Injectable } from '@nestjs/common';
import { RecordCutter, forEachCsvRecord, opener, resendColumns } from '@tocsin/ingestion';
import { type RejectedRow, type Warehouse, rejectedRows } from '@tocsin/warehouse';
import type { Config } from '../../config.ts';
import { CONFIG, WAREHOUSE } from '../../tokens.ts';

/** Spreadsheets take a CSV for UTF-8 only with this mark in front. */
const MARK = '\uFEFF';

interface Refused {
  readonly row: string;
  readonly reasons: RejectedRow['reasons'];
  /** By the names of the source's columns, as they came; masked where the original is no longer kept. */
  readonly cells: Readonly<Record<string, string>>;
  readonly masked: boolean;
}

/** What a sealed row says; undefined where it is not to be opened. */
type Opener = (sealed: string) => string | undefined;

export interface MendableFile {
  readonly lines: AsyncGenerator<string>;
  /** Some rows are masked, because their originals are no longer kept: they cannot be sent again as they are. */
  readonly masked: boolean;
}

/**
 * The refused rows of an import as a CSV to be mended and sent again: the source's columns, then the row number and the
 * reason, which an import leaves out. However many rows there are, a piece at a time is held in memory; they are read
 * twice, because rows of a JSON file need not have the same columns.
 */
@Injectable()
export class RejectedRowsService {
  readonly #open: Opener;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CONFIG) config: Config,
  ) {
    this.#open = opener(config.originals.key);
  }

  /** With the originals where they are still kept; for whoever may not see those, `masked` leaves them sealed. */
  async csv(batchId: string, cells: 'original' | 'masked' = 'original'): Promise<MendableFile> {
    const open = cells === 'original' ? this.#open : () => undefined;
    const columns = new Set<string>();
    let masked = false;
    for await (const refused of this.#rows(batchId, open)) {
      for (const name of Object.keys(refused.cells)) columns.add(name);
      masked ||= refused.masked;
    }
    return { lines: this.#lines(batchId, [...columns], open), masked };
  }

  async *#lines(batchId: string, columns: readonly string[], open: Opener): AsyncGenerator<string> {
    yield MARK + csvLine([...columns, ...resendColumns]);
    for await (const { row, reasons, cells } of this.#rows(batchId, open)) {
      const reason = reasons.map(({ sentence }) => `${sentence.zh} ${sentence.en}`).join(' ');
      yield csvLine([...columns.map((name) => cells[name] ?? ''), row, reason]);
    }
  }

  async *#rows(batchId: string, open: Opener): AsyncGenerator<Refused> {
    const source = await this.warehouse.stream(rejectedRows(batchId), 'CSVWithNames');
    const cutter = new RecordCutter({ delimiter: ',' });
    for await (const piece of source as AsyncIterable<Buffer>) {
      for (const block of cutter.push(piece)) yield* this.#rowsOf(block, open);
    }
    for (const block of cutter.end()) yield* this.#rowsOf(block, open);
  }

  #rowsOf({ kind, bytes }: { kind: string; bytes: Uint8Array }, open: Opener): Refused[] {
    const rows: Refused[] = [];
    if (kind !== 'records') return rows;
    forEachCsvRecord(new TextDecoder().decode(bytes), ',', ([, row = '', reasons = '[]', raw = '{}', sealed = '']) => {
      const original = sealed === '' ? undefined : open(sealed);
      const cells = JSON.parse(original ?? raw) as Refused['cells'];
      rows.push({ row, reasons: JSON.parse(reasons) as Refused['reasons'], cells, masked: original === undefined });
    });
    return rows;
  }
}

const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
