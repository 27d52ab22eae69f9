import { addMonths, dayNumber, isoDay, monthStart } from '@tocsin/calendar';
import type { LabelledEvent, Setting } from './event.ts';

/** The region that sends nothing, on day numbers `from` ≤ day < `until`. */
export interface Gap {
  readonly region: string;
  readonly from: number;
  readonly until: number;
  readonly label: Omit<LabelledEvent, 'extra'>;
}

/** For nine days a large branch's feed is down, and nobody sends its rows later. */
export function gap({ firstDay, lastDay, organisation }: Setting): Gap | undefined {
  if (lastDay - firstDay < 90) return undefined;
  const region = '130000';
  const from = lastDay - Math.floor((lastDay - firstDay) * 0.45);
  const until = from + 9;
  const unit = organisation.units.find(({ code }) => code === region);
  const description = {
    zh: `${unit?.zh}九天未报送任何投诉`,
    en: `${unit?.en} sent nothing for nine days`,
  };
  const label = {
    kind: 'gap',
    from: isoDay(from),
    until: isoDay(until),
    slice: { region: [region] },
    description,
  } as const;
  return { region, from, until, label };
}

/** From day number `from` on, old reason codes are no longer used. */
export interface Recoding {
  readonly from: number;
  readonly codes: ReadonlyMap<string, string>;
  readonly label: Omit<LabelledEvent, 'extra'>;
}

/** New reasons and what they are called. */
export const newReasons = [
  ['sale.misleading', '销售误导', 'Misleading sale', 'sale'],
  ['surrender.service', '退保服务', 'Surrender service', 'surrender'],
] as const;

/** Two reasons are merged into one and another is renamed, on the first of a month. The first level does not change. */
export function recoding({ firstDay, lastDay }: Setting): Recoding | undefined {
  const near = isoDay(lastDay - Math.floor((lastDay - firstDay) * 0.3));
  const start = addMonths(monthStart(near), 1);
  const from = dayNumber(start);
  if (lastDay - firstDay < 120 || from >= lastDay) return undefined;
  const codes = new Map([
    ['sale.exaggeration', 'sale.misleading'],
    ['sale.promise', 'sale.misleading'],
    ['surrender.procedure', 'surrender.service'],
  ]);
  const label = {
    kind: 'taxonomy',
    from: start,
    until: isoDay(lastDay),
    slice: { reason: [...codes.keys(), ...new Set(codes.values())] },
    description: {
      zh: '投诉原因改用新代码：夸大与承诺并为销售误导，退保手续改称退保服务',
      en: 'Reasons recoded: exaggeration and promises become misleading sale, procedure becomes surrender service',
    },
  } as const;
  return { from, codes, label };
}
