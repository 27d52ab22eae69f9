/** How notes and sums below a table begin, as spreadsheets and portals write them. */
const NOTE =
  /^(?:注\s*[:\uFF1A0-9]|注释|备注\s*[:\uFF1A]|说明\s*[:\uFF1A]|(?:数据|资料)?来源\s*[:\uFF1A]|数据来源|合计|总计|小计|本页小计|制表|填报人|审核人?\s*[:\uFF1A]|打印时间|导出时间|导出人|查询时间|统计时间|第\s*\d+\s*页|共\s*\d+\s*[条行页]|\(?\d+ rows?|notes?\s*:|sources?\s*:|(?:grand |sub)?totals?\b|exported (?:on|at|by)|generated (?:on|at|by)|end of (?:file|report))/i;

/**
 * Whether a row is a note or a sum below (or between) the rows of a table of `width` columns: its first filled cell begins
 * as notes do, and it is either a lone cell in a wide table, or a sum.
 */
export function isNoteRow(cells: readonly string[], count: number, width: number): boolean {
  if (width < 3) return false;
  let at = 0;
  while (at < count && isEmpty(cells[at])) at += 1;
  const first = cells[at]?.trim() ?? '';
  if (at === count || !NOTE.test(first)) return false;
  if (SUM.test(first)) return true;
  for (at += 1; at < count; at++) if (!isEmpty(cells[at])) return false;
  return true;
}

const isEmpty = (cell: string | undefined) => cell === undefined || cell === '' || cell.trim() === '';
const SUM = /^(?:合计|总计|小计|本页小计|(?:grand |sub)?totals?\b)/i;
