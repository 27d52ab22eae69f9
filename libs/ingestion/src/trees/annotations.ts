import { dayKind, addCalendarDays, withOverrides } from '@tocsin/calendar';
import { type GetAnnotationsReply, type IsoDay, type Sentence, canonicalFields } from '@tocsin/contracts';
import type { ReferenceCells } from '../reference/read-row.ts';

export type Annotation = GetAnnotationsReply['annotations'][number];

/** What a company's tables say that a chart should mark. */
export interface AnnotationTables {
  readonly organisation: readonly ReferenceCells[];
  readonly crosswalk: readonly ReferenceCells[];
  readonly calendar: readonly ReferenceCells[];
}

type Period = { readonly from: IsoDay; readonly until: IsoDay };

/** Changes and holidays on the days `from ≤ day < until`, oldest first. */
export function annotationsOf(tables: AnnotationTables, period: Period): Annotation[] {
  const all = [
    ...taxonomyChanges(tables.crosswalk),
    ...organisationChanges(tables.organisation),
    ...markedDays(tables.calendar),
  ].filter(({ day }) => day >= period.from && day < period.until);
  return [...all, ...festivals(tables.calendar, period)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function taxonomyChanges(rows: readonly ReferenceCells[]): Annotation[] {
  const changes = new Map<string, ReferenceCells[]>();
  for (const row of rows) {
    const key = `${row['effective'] ?? ''} ${row['dimension'] ?? ''}`;
    changes.set(key, [...(changes.get(key) ?? []), row]);
  }
  return [...changes.values()].flatMap((change) => {
    const [{ effective: day = '', dimension = '', from_code = '', to_code = '' } = {}] = change;
    const label = canonicalFields.find(({ name }) => name === dimension)?.label;
    const first = `${from_code} → ${to_code}`;
    const more: Sentence =
      change.length === 1 ? { zh: '', en: '' } : { zh: `等 ${change.length} 项`, en: ` and ${change.length - 1} more` };
    return {
      ...{ day, kind: 'taxonomy-change' as const },
      text: {
        zh: `${label?.zh ?? dimension}分类调整：${first}${more.zh}`,
        en: `${label?.en ?? dimension} reclassified: ${first}${more.en}`,
      },
    };
  });
}

function organisationChanges(rows: readonly ReferenceCells[]): Annotation[] {
  const nameOf = (code: string): Sentence => {
    const row = rows.find((one) => one['code'] === code);
    return { zh: row?.['zh'] ?? code, en: row?.['en'] ?? row?.['zh'] ?? code };
  };
  return rows.flatMap(({ code = '', until: day = '', successor = '' }) => {
    if (day === '' || successor === '') return [];
    const heirs = successor.split(';').map(nameOf);
    const name = nameOf(code);
    const [zh, en] = heirs.length === 1 ? ['并入', 'merged into'] : ['拆分为', 'split into'];
    return {
      ...{ day, kind: 'organisation-change' as const },
      text: {
        zh: `${name.zh}${zh}${heirs.map((heir) => heir.zh).join('、')}`,
        en: `${name.en} ${en} ${heirs.map((heir) => heir.en).join(', ')}`,
      },
    };
  });
}

const markedDays = (rows: readonly ReferenceCells[]): Annotation[] =>
  rows.flatMap(({ day = '', kind = '', name = '' }) =>
    kind === 'marked' || kind === 'event' ? [{ day, kind: 'marked' as const, text: { zh: name, en: name } }] : [],
  );

const festivalNames: Readonly<Record<string, Sentence>> = {
  'new-year': { zh: '元旦', en: "New Year's Day" },
  'spring-festival': { zh: '春节', en: 'Spring Festival' },
  'tomb-sweeping': { zh: '清明节', en: 'Tomb-sweeping Day' },
  'labour-day': { zh: '劳动节', en: 'Labour Day' },
  'dragon-boat': { zh: '端午节', en: 'Dragon Boat Festival' },
  'mid-autumn': { zh: '中秋节', en: 'Mid-autumn Festival' },
  'national-day': { zh: '国庆节', en: 'National Day' },
  other: { zh: '放假', en: 'Day off' },
};

/** Holidays as offices know them: what ships, corrected by the company's own calendar. */
export const holidaysOf = (rows: readonly ReferenceCells[]) =>
  withOverrides(
    rows.flatMap(({ day = '', kind = '' }) => (kind === 'holiday' || kind === 'workday' ? [{ day, kind }] : [])),
  );

/** The first day of each run of days off. */
function festivals(rows: readonly ReferenceCells[], { from, until }: Period): Annotation[] {
  const table = holidaysOf(rows);
  const found: Annotation[] = [];
  let before = dayKind(addCalendarDays(from, -1), table);
  for (let day = from; day < until; day = addCalendarDays(day, 1)) {
    const kind = dayKind(day, table);
    const isFirst = kind.kind === 'holiday' && !(before.kind === 'holiday' && before.festival === kind.festival);
    if (isFirst) {
      const own = rows.find((row) => row['day'] === day)?.['name'];
      const text = own === undefined ? (festivalNames[kind.festival] ?? { zh: '', en: '' }) : { zh: own, en: own };
      found.push({ day, kind: 'holiday', text });
    }
    before = kind;
  }
  return found;
}
