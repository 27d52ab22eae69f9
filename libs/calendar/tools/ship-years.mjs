// Writes src/shipped-years.ts from the announcements that chinese-days carries. Run it after updating that package:
//   node libs/calendar/tools/ship-years.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FESTIVALS = {
  "New Year's Day": 'new-year',
  'Spring Festival': 'spring-festival',
  'Tomb-sweeping Day': 'tomb-sweeping',
  'Labour Day': 'labour-day',
  'Dragon Boat Festival': 'dragon-boat',
  'Mid-autumn Festival': 'mid-autumn',
  'National Day': 'national-day',
};

const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8'));

/** year → festival → { off, work }, days as MMDD. */
const years = {};
for (const [list, table] of [
  ['off', holidays],
  ['work', workdays],
]) {
  for (const [day, name] of Object.entries(table).sort()) {
    const festival = FESTIVALS[name.split(',')[0]] ?? 'other';
    const entry = ((years[day.slice(0, 4)] ??= {})[festival] ??= { off: [], work: [] });
    entry[list].push(day.slice(5, 7) + day.slice(8));
  }
}

/** 0128 0129 0130 → 0128-0130 */
function ranges(days) {
  const number = (day) => Date.UTC(2024, day.slice(0, 2) - 1, day.slice(2)) / 864e5;
  const found = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && day !== '0301' && number(last[1]) + 1 === number(day)) last[1] = day;
    else found.push([day, day]);
  }
  return found.map(([a, b]) => (a === b ? a : `${a}-${b}`));
}

const line = (year, festivals) => {
  const parts = Object.entries(festivals).map(([name, { off, work }]) =>
    [name, ...ranges(off), ...work.map((day) => `+${day}`)].join(' '),
  );
  return `  ${year}:\n    '${parts.join('; ')}',`;
};

writeFileSync(
  new URL('../src/shipped-years.ts', import.meta.url),
  `/**
 * The State Council's holiday announcements, one line a year: festival, days off (MMDD, or first-last), \`+\` the weekend
 * days worked instead. Made by tools/ship-years.mjs from chinese-days; do not edit by hand.
 */
export const shippedYears: Readonly<Record<number, string>> = {
${Object.keys(years)
  .sort()
  .map((year) => line(year, years[year]))
  .join('\n')}
};
`,
);
