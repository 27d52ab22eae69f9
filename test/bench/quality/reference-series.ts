import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JudgedDays, JudgedWeeks } from './judge.ts';

const folder = resolve(process.env['TOCSIN_SHARED'] ?? '../shared', 'data/sim');
const WEEKLY = resolve(folder, 'noufaily42_s20131206_r10.jsonl');
const DAILY = resolve(folder, 'daily_cn_s2024_r3.jsonl');
/** An outbreak's cases come within so many days. */
const SPREAD = 10;

interface WeeklyLine {
  scenario: number;
  base: number[];
  past: [number, number][];
  cur: [number, number][];
}
interface DailyLine {
  L: number;
  phi: number;
  trend: number;
  date0: string;
  y: number[];
  outbreakDays: [number, number][];
  outbreaks: [number, number][];
  evalFrom: number;
}

const linesOf = <T>(file: string): T[] | undefined =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as T)
    : undefined;

/** The weekly series of the reference data; undefined where they are not at hand. */
export const referenceWeeks = (): JudgedWeeks[] | undefined =>
  linesOf<WeeklyLine>(WEEKLY)?.map(({ scenario, base, past, cur }) => {
    const counts = [...base];
    for (const [week, more] of [...past, ...cur]) counts[week] = (counts[week] ?? 0) + more;
    return { group: String(scenario), counts, outbreak: new Set(cur.map(([week]) => week)) };
  });

/** The daily series of the reference data; undefined where they are not at hand. */
export const referenceDays = (): JudgedDays[] | undefined =>
  linesOf<DailyLine>(DAILY)?.map((line) => {
    const days = line.outbreakDays.map(([day]) => day);
    return {
      group: `${line.L}/${line.phi}/${line.trend}`,
      first: line.date0,
      counts: line.y,
      from: line.evalFrom,
      outbreaks: line.outbreaks.map(([start, size]) => ({
        size,
        days: new Set(days.filter((day) => day >= start && day <= start + SPREAD)),
      })),
    };
  });
