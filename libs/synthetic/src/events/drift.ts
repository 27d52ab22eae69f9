import { isoDay } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import type { AddingEvent, Setting } from './event.ts';
import { bump } from './event.ts';

const TOPIC = 304;
const PROVINCE = '510000';
const causes = ['sale.exaggeration', 'sale.premium-terms', 'service.access', 'renewal.lapse'].map((reason) => ({
  line: 'life.traditional',
  reason,
  link: reason.startsWith('sale') ? 'sale' : reason.startsWith('renewal') ? 'renewal' : 'other',
}));

/** One sales office gets slowly worse over most of a year: no single week stands out, the sum does. */
export function drift(setting: Setting): AddingEvent | undefined {
  const { seed, firstDay, lastDay, organisation } = setting;
  if (lastDay - firstDay < 120) return undefined;
  const chance = new Chance(seed, TOPIC);
  const from = lastDay - Math.min(260, Math.floor((lastDay - firstDay) / 2));
  const outlet = chance.pick(organisation.outlets.filter(({ province }) => province === PROVINCE));
  const unit = organisation.units.find(({ code }) => code === outlet.code);
  const total = Math.max(60, setting.complaints * 0.0012);
  return {
    kind: 'drift',
    label: {
      kind: 'drift',
      from: isoDay(from),
      until: isoDay(lastDay),
      slice: { organisation: [outlet.branch], outlet: [outlet.code] },
      description: {
        zh: `${unit?.zh}的投诉数月间缓慢上升`,
        en: `Complaints about ${unit?.en} creep up over months`,
      },
    },
    perDay: bump(setting, from, lastDay, total, (progress) => progress),
    draw: (stream) => ({ cause: stream.pick(causes), outlet, organisation: outlet.branch, salesChannel: 'agent' }),
  };
}
