import type { Sentence } from '@tocsin/contracts';
import { type CellOf, type ReadTable, readTable } from './read-table.ts';

/** The names of one code. `parent` is '' for a top-level code. */
export interface DictionaryRow {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly parent: string;
}

/** Reads a dictionary: CSV with `code` and `zh`, and if wanted `en` (else the Chinese name) and `parent`. */
export function readDictionary(text: string): ReadTable<DictionaryRow> {
  return readTable(text, ['code', 'zh'], readRow, (result): result is DictionaryRow => 'code' in result);
}

function readRow(cell: CellOf): DictionaryRow | Sentence {
  const [code, zh, en, parent] = [cell('code'), cell('zh'), cell('en'), cell('parent')];
  if (code === '' || zh === '') {
    return { zh: '代码和中文名称均为必填。', en: 'A code and its Chinese name are both required.' };
  }
  if (code.length > 128 || zh.length > 128 || en.length > 128) {
    return { zh: '代码或名称过长：最多 128 个字符。', en: 'The code or a name is too long: at most 128 characters.' };
  }
  return { code, zh, en: en === '' ? zh : en, parent };
}
