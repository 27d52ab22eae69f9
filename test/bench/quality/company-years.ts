import {
  ADDING,
  type FoundEvent,
  comesAnyway,
  foundEvents,
  openedByGap,
  openedByRecoding,
  openedForNothing,
} from '@tocsin/server/company-events';
import { type Shown, WEEKS_OF_YEAR, judgedYear } from '@tocsin/server/company-year';
import { eventKinds } from '@tocsin/synthetic';
import { median, round, say } from '../measure/timing.ts';

/** Warnings for nothing a week, over all rules that a new installation starts with. */
const BUDGET_PER_WEEK = 2;

const countBy = <T>(all: readonly T[], keyOf: (one: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
};

const levelOf = ({ level }: Shown) => level;
const ruleOf = ({ ruleId }: Shown) => ruleId;
const named = ({ ruleId, series, bucket, level }: Shown) => `${bucket} ${ruleId} ${series} ${level}`;

/** What the default rules make of so many years without events and with them; a year is one seed. */
export async function companyYears(years: number, firstSeed: number) {
  const seeds = Array.from({ length: years }, (_, i) => firstSeed + i);
  const quiet = [];
  const eventful = [];
  for (const seed of seeds) {
    quiet.push(await quietYear(seed));
    eventful.push(await eventfulYear(seed));
    say(`  seed ${seed}: ${quiet.at(-1)?.perWeek} a week for nothing; ${eventful.at(-1)?.found}`);
  }
  return { years, budgetPerWeek: BUDGET_PER_WEEK, withoutEvents: overQuiet(quiet), withEvents: overEventful(eventful) };
}

async function quietYear(seed: number) {
  const opened = openedForNothing(await judgedYear(seed, { events: false }));
  const perWeek = round(opened.length / WEEKS_OF_YEAR);
  return { seed, perWeek, levels: countBy(opened, levelOf), rules: countBy(opened, ruleOf) };
}

type QuietYear = Awaited<ReturnType<typeof quietYear>>;

function overQuiet(all: readonly QuietYear[]) {
  const rates = all.map(({ perWeek }) => perWeek);
  const worst = Math.max(...rates);
  return {
    perWeek: {
      median: median(rates),
      worst,
      goal: `≤ ${BUDGET_PER_WEEK} in every year`,
      met: worst <= BUDGET_PER_WEEK,
    },
    levels: medians(all, ({ levels }) => levels),
    rules: medians(all, ({ rules }) => rules),
    byYear: all,
  };
}

/** Of each name the median and the worst count of a year. */
function medians<T>(all: readonly T[], countsOf: (one: T) => Record<string, number>) {
  const names = [...new Set(all.flatMap((one) => Object.keys(countsOf(one))))];
  const counts = (name: string) => all.map((one) => countsOf(one)[name] ?? 0);
  return Object.fromEntries(
    names.map((name) => [name, { median: median(counts(name)), worst: Math.max(...counts(name)) }]),
  );
}

async function eventfulYear(seed: number) {
  const year = await judgedYear(seed, { events: true });
  const events = foundEvents(year);
  const found = events.map(({ kind, days }) => `${kind} ${days === undefined ? 'missed' : `${days} d`}`).join(', ');
  const after = [...openedByGap(year), ...openedByRecoding(year)];
  // Whether gap and new codes set a warning off shows in the same year without the two.
  const without = after.length === 0 ? undefined : await judgedYear(seed, { events: ADDING });
  const anyway = after.filter((one) => without !== undefined && comesAnyway(one, without));
  return {
    ...{ seed, found, events },
    forNothingPerWeek: round(openedForNothing(year).length / WEEKS_OF_YEAR),
    setOff: after.filter((one) => !anyway.includes(one)).map(named),
    comingAnyway: anyway.map(named),
  };
}

type EventfulYear = Awaited<ReturnType<typeof eventfulYear>>;

function overEventful(all: readonly EventfulYear[]) {
  const rates = all.map(({ forNothingPerWeek }) => forNothingPerWeek);
  const setOff = all.flatMap((year) => year.setOff);
  const of = (kind: string) => all.flatMap(({ events }) => events.filter((event) => event.kind === kind));
  const kinds = eventKinds.filter((kind) => of(kind).length > 0);
  return {
    caught: { met: all.every(({ events }) => events.every(({ days }) => days !== undefined)), goal: 'every one' },
    events: Object.fromEntries(kinds.map((kind) => [kind, overEvents(of(kind))])),
    gapAndRecoding: {
      setOff,
      goal: 'none',
      met: setOff.length === 0,
      /** Of the branch or of reasons within five weeks, but the same year without gap and new codes has them too. */
      comingAnyway: all.flatMap(({ comingAnyway }) => comingAnyway),
    },
    forNothingPerWeek: { median: median(rates), worst: Math.max(...rates) },
    byYear: all.map(({ seed, found, events, forNothingPerWeek }) => ({ seed, forNothingPerWeek, found, events })),
  };
}

function overEvents(events: readonly FoundEvent[]) {
  const found = events.flatMap(({ days }) => (days === undefined ? [] : [days]));
  const rules = [...new Set(events.flatMap(({ delays }) => Object.keys(delays)))];
  const delaysOf = (rule: string) => events.flatMap(({ delays }) => delays[rule] ?? []);
  return {
    ...{ all: events.length, caught: found.length },
    delayDays: { median: median(found), worst: Math.max(...found) },
    rules: Object.fromEntries(
      rules.map((rule) => [
        rule,
        { caught: delaysOf(rule).length, median: median(delaysOf(rule)), worst: Math.max(...delaysOf(rule)) },
      ]),
    ),
  };
}
