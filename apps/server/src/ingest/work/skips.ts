import type { SkipReason } from '@tocsin/ingestion';
import type { RejectReason } from '@tocsin/warehouse';
import type { Sentence } from '@tocsin/contracts';

const sentences: Record<SkipReason, Sentence> = {
  blank: { zh: '空行。', en: 'Blank rows.' },
  title: { zh: '表头以上的标题行。', en: 'Titles above the header.' },
  note: { zh: '表格下方的注释或合计行。', en: 'Notes or sums that belong to the table, not to a complaint.' },
  erased: {
    zh: '当事人已要求删除个人信息，该行不再导入。',
    en: 'The person asked to be erased; such rows are left out.',
  },
};

/** Counts why rows were skipped. */
export class Skips {
  readonly #rows = new Map<SkipReason, number>();

  add(skips: Readonly<Partial<Record<SkipReason, number>>>): void {
    for (const [reason, rows] of Object.entries(skips) as [SkipReason, number][]) {
      this.#rows.set(reason, (this.#rows.get(reason) ?? 0) + rows);
    }
  }

  /** The most frequent first. */
  get reasons(): RejectReason[] {
    return [...this.#rows]
      .sort(([, a], [, b]) => b - a)
      .map(([code, rows]) => ({ code, field: '', rows, sentence: sentences[code] }));
  }
}
