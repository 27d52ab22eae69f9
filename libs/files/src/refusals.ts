import type { Sentence } from '@tocsin/contracts';

/** Why a file cannot be read at all, and what to do about it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

const refused = (zh: string, en: string) => new FileRefused({ zh, en });
const listed = (names: readonly string[]) => names.slice(0, 10).join(', ');

export const refusals = {
  empty: () => refused('文件为空：请检查导出结果。', 'The file is empty: check the export.'),
  damagedPacking: (name: string) =>
    refused(
      `${name} 压缩文件不完整或已损坏：请重新压缩并上传。`,
      `The ${name} file is cut off or damaged: pack it again and send it anew.`,
    ),
  tooMuchInside: (gib: number) =>
    refused(
      `压缩文件解开后超过 ${gib} GB：请拆分后分别导入。`,
      `Unpacked the file would exceed ${gib} GB: split it and import the parts.`,
    ),
  noEntry: () => refused('压缩包内没有数据文件：请检查压缩包。', 'The archive holds no data file: check it.'),
  manyEntries: (names: readonly string[]) =>
    refused(
      `压缩包内有多个文件（${listed(names)}）：请选择其中一个，或分别导入。`,
      `The archive holds several files (${listed(names)}): choose one of them, or import each.`,
    ),
  unknownEntry: (entry: string, names: readonly string[]) =>
    refused(
      `压缩包内没有文件 ${entry}：有 ${listed(names)}。`,
      `The archive has no file ${entry}: there are ${listed(names)}.`,
    ),
  encrypted: () =>
    refused(
      '文件有密码保护：请取消密码后重新导出。',
      'The file is protected by a password: remove it and export again.',
    ),
  notATable: (what: string) =>
    refused(
      `文件是 ${what}，不是数据表：请导出为 CSV、Excel、JSON、Parquet 或 Arrow。`,
      `The file is ${what}, not a table: export CSV, Excel, JSON, Parquet or Arrow.`,
    ),
  html: () =>
    refused(
      '文件内容是网页而不是表格（扩展名可能是 .xls）：请在 Excel 中打开并另存为 .xlsx。',
      'The file is a web page, whatever its name says: open it in Excel and save it as .xlsx.',
    ),
  damagedWorkbook: () =>
    refused('工作簿已损坏或不完整：请重新导出。', 'The workbook is damaged or cut off: export it again.'),
  unknownSheet: (sheet: string, names: readonly string[]) =>
    refused(
      `工作簿中没有工作表 ${sheet}：有 ${listed(names)}。`,
      `The workbook has no sheet ${sheet}: there are ${listed(names)}.`,
    ),
  emptyWorkbook: () => refused('工作簿中没有数据：请检查导出结果。', 'The workbook holds no rows: check the export.'),
  tooManyTexts: () =>
    refused(
      '工作簿中的文本过多，无法在内存中保存：请导出为 CSV。',
      'The workbook holds more texts than fit into memory: export CSV instead.',
    ),
  damagedColumns: (format: string) =>
    refused(
      `${format} 文件已损坏、不完整或使用了不支持的压缩方式：请重新导出。`,
      `The ${format} file is damaged, cut off or packed in a way that is not supported: export it again.`,
    ),
  noList: () =>
    refused(
      'JSON 中没有对象列表：请导出为对象数组，或每行一个对象。',
      'The JSON holds no list of objects: export an array of objects, or one object a line.',
    ),
} as const;
