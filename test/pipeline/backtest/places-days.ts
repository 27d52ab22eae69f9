import { addCalendarDays, addMonths } from '@tocsin/calendar';
import type { CanonicalRecord } from '@tocsin/contracts';
import { drawPoisson, seededUniform } from '@tocsin/stats';

/** A Monday: on this morning the company begins to watch, with eighty weeks behind it. */
export const STARTS = '2026-03-02';
export const UNTIL = '2026-03-24';
export const DAYS = Array.from({ length: 22 }, (_, i) => addCalendarDays(STARTS, i));
const FROM = addCalendarDays(STARTS, -7 * 80);

/** Regions of the east, each with a complaint and a half a day; Xinjiang and Hainan lie far from them. */
const REGIONS = ['110000', '120000', '130000', '370000', '320000', '340000', '330000', '310000', '650000', '460000'];
/** Two neighbours that have five times as many for twelve days. */
const RISEN = ['320000', '340000'];
const ROSE = { from: '2026-03-03', until: '2026-03-15' };
/** Their branch hands one complaint in five in a week late. */
const DAYS_LATE = 7;
/** Every complaint is closed after so many days. */
const DAYS_OPEN = 3;

/** What the company hands in each morning: complaints of the day before, closures, what came late and what was corrected. */
export function morningFiles(): Map<string, string> {
  const chance = seededUniform(11);
  const files = new Map<string, string[]>();
  let count = 0;
  for (let day = FROM; day < UNTIL; day = addCalendarDays(day, 1))
    for (const region of REGIONS) {
      const factor = RISEN.includes(region) && day >= ROSE.from && day < ROSE.until ? 5 : 1;
      for (let left = drawPoisson(1.5 * factor, chance); left > 0; left -= 1) {
        count += 1;
        put(files, oneComplaint(count, day, region));
      }
    }
  return new Map([...files].map(([day, lines]) => [day, lines.join('')]));
}

interface Version {
  /** The day on which it was entered. */
  readonly entered: string;
  readonly record: CanonicalRecord;
}

function oneComplaint(number: number, day: string, region: string): Version[] {
  const record: CanonicalRecord = {
    ...{ complaint_id: `c${number}`, received_at: `${day}T10:00:00+08:00`, source: 'self', region },
    ...{ organisation: `hq.${region.slice(0, 2)}`, line: 'property.motor', status: 'open' },
  };
  const isLate = RISEN.includes(region) && number % 5 === 0;
  const closed = addCalendarDays(day, DAYS_OPEN);
  // One in fifty was entered under the wrong region, which is noticed when it is closed.
  const right = number % 50 === 0 ? '330000' : region;
  return [
    { entered: addCalendarDays(day, isLate ? DAYS_LATE : 0), record },
    {
      entered: addCalendarDays(closed, isLate ? DAYS_LATE : 0),
      record: {
        ...record,
        region: right,
        status: 'closed',
        ...moment('closed_at', closed),
        ...moment('updated_at', closed),
      },
    },
  ];
}

export const moment = (field: 'closed_at' | 'updated_at', day: string) => ({ [field]: `${day}T15:00:00+08:00` });

/** Each version goes into the file of the morning after the day on which it was entered. */
export function put(files: Map<string, string[]>, versions: readonly Version[]): void {
  for (const { entered, record } of versions) {
    const after = addCalendarDays(entered, 1);
    const morning = after < STARTS ? STARTS : after;
    const lines = files.get(morning) ?? [];
    files.set(morning, lines);
    lines.push(`${JSON.stringify(record)}\n`);
  }
}

/** Policies of every region by month; of one the last two months lack a digit until they are corrected. */
export function policies(isCorrected: boolean): string {
  const rows = Array.from({ length: 16 }, (_, i) => addMonths('2024-12-01', i).slice(0, 7)).flatMap((month, i) =>
    REGIONS.map((region) => `${month},${region},${region === '650000' && i < 14 && !isCorrected ? 100 : 1000}`),
  );
  return ['month,region,policies', ...rows, ''].join('\n');
}

const scan = (id: string, more: object) => ({
  ...{ kind: 'scan', id, label: { zh: id, en: id }, over: 'regions', simulations: 199, hysteresis: { calmPeriods: 1 } },
  ...more,
});

/** Clusters against history by the week, against the business by the day, of the organisations' tree. */
export const SCANS = [
  scan('clusters-week', { grain: 'week', limit: { alpha: 0.05 } }),
  scan('clusters-policies', { grain: 'day', offset: 'policies', windows: 3, limit: { alpha: 0.02 } }),
  scan('clusters-organisations', { grain: 'day', over: 'organisations', limit: { alpha: 0.02 } }),
] as const;

/** A branch that hands in by itself: due each morning at nine, and from then on it is missed. */
export const BRANCH = {
  ...{ id: 'branch', label: { zh: '分公司', en: 'Branch' }, kind: 'api', profile: 'canonical' },
  ...{ rhythm: 'daily', dueBy: '09:00' },
} as const;
export const MISSED_AT = '09:00';
/** By the number of the day: nothing came on these, and on that one it came late. */
export const MISSED: readonly number[] = [7, 8];
export const LATE = 14;

/** The one complaint that the branch hands in on a morning. */
export const ofBranch = (day: string): string =>
  `${JSON.stringify({
    ...{ complaint_id: `branch-${day}`, received_at: `${addCalendarDays(day, -1)}T11:00:00+08:00`, source: 'self' },
    ...{
      region: '310000',
      organisation: 'hq.31',
      line: 'life',
      status: 'closed',
      ...moment('closed_at', addCalendarDays(day, -1)),
    },
  })}\n`;
