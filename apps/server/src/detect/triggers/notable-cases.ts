import { watchedCases } from '@tocsin/warehouse';
import { type Fact, MOST_CASES, type Moment, type RuleOf } from './fact.ts';
import { watched } from './watched.ts';

const STILL_OPEN = (today: string) => ({ asOf: today, due: { kind: 'any' } }) as const;

/** Open complaints that so many people brought together; each is over when it is closed or withdrawn. */
export async function jointPeople(rule: RuleOf<'joint-people'>, moment: Moment): Promise<Fact[]> {
  const { people, days, level } = rule.trigger;
  const asked = { ...watched(rule, moment, days), people, open: STILL_OPEN(moment.today), limit: MOST_CASES };
  const found = await moment.warehouse.rows(watchedCases(asked));
  return found.map(({ id, people: all, ...where }) => ({
    ...aboutCase(id, where),
    ...{ level, observed: all, usual: 0 },
    note: {
      zh: `投诉 ${id} 由 ${all} 人共同提出，达到 ${people} 人，尚未办结。`,
      en: `Complaint ${id} was brought by ${all} people together, ${people} or more, and is not closed.`,
    },
  }));
}

/** Open complaints that the media brought. */
export async function media(rule: RuleOf<'media'>, moment: Moment): Promise<Fact[]> {
  const { days, level } = rule.trigger;
  const { filter, ...rest } = watched(rule, moment, days);
  const ofMedia = { ...filter, complainant_kind: ['media'] };
  const asked = { ...rest, filter: ofMedia, open: STILL_OPEN(moment.today), limit: MOST_CASES };
  const found = await moment.warehouse.rows(watchedCases(asked));
  return found.map(({ id, ...where }) => ({
    ...aboutCase(id, where),
    ...{ level, observed: 1, usual: 0 },
    note: {
      zh: `投诉 ${id} 由媒体提出，尚未办结。`,
      en: `Complaint ${id} was brought by the media and is not closed.`,
    },
  }));
}

/** The key and the slice of a fact about one complaint; what is not known of it is left out. */
export function aboutCase(
  id: string,
  { organisation, region }: { readonly organisation: string; readonly region: string },
) {
  const slice = { ...(region !== '' && { region }), ...(organisation !== '' && { organisation }) };
  return { key: `case=${id}`, slice };
}
