import { peopleByPlace } from '@tocsin/warehouse';
import type { Fact, Moment, RuleOf } from './fact.ts';
import { watched } from './watched.ts';

/** So many people of one place within so many days, open or closed: the window passing ends it. */
export async function samePlace(rule: RuleOf<'same-place-surrender'>, moment: Moment): Promise<Fact[]> {
  const { people, days, place, level } = rule.trigger;
  const found = await moment.warehouse.rows(peopleByPlace({ ...watched(rule, moment, days), place, people }));
  return found.map((one) => ({
    key: `${place}=${one.place}`,
    slice: place === 'city' ? { region: one.region, city: one.place } : { region: one.place },
    ...{ level, observed: one.people, usual: 0 },
    note: {
      zh: `近 ${days} 天同一地点有 ${one.people} 人（${one.cases} 件）要求退保或给付，达到 ${people} 人。`,
      en: `Within ${days} days ${one.people} people of one place (${one.cases} complaints) demand surrender or payment: ${people} or more.`,
    },
  }));
}
