import { dayNumber, isoDay } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import { drawFrom } from '../chance/draw.ts';
import type { Outlet } from '../master/organisation.ts';
import { typhoonBodies } from '../text/bodies.ts';
import { type AddingEvent, type Setting, bump } from './event.ts';

const TOPIC = 301;
const COASTS = [['330000', '350000'], ['440000'], ['350000'], ['330000']] as const;
const NAMES = [
  ['海燕', 'Haiyan'],
  ['杜鹃', 'Dujuan'],
  ['梅花', 'Muifa'],
  ['玛娃', 'Mawar'],
] as const;

const causes = drawFrom(
  ['claim.delay', 'claim.amount', 'claim.liability', 'claim.paperwork'].map((reason) => ({
    line: 'property.motor',
    reason,
    link: 'claim',
  })),
  [40, 32, 16, 12],
);

/**
 * A typhoon makes landfall on one or two coastal provinces in the last summer that still shows what follows: motor
 * complaints, two to six weeks later (assumed), about as many again as the provinces see in a quarter.
 */
export function typhoon(setting: Setting): AddingEvent | undefined {
  const chance = new Chance(setting.seed, TOPIC);
  const landfall = landfallDay(setting, chance);
  if (landfall === undefined) return undefined;
  const coast = chance.pick(COASTS);
  const [zh, en] = chance.pick(NAMES);
  const [from, until] = [landfall + 14, landfall + 42];
  const outlets = coast.map((code) => setting.organisation.outletOf.get(code));
  const total = Math.max(70, setting.complaints * 0.003);
  return {
    kind: 'typhoon',
    label: {
      kind: 'typhoon',
      from: isoDay(from),
      until: isoDay(until),
      slice: { region: coast, line: ['property.motor'] },
      description: {
        zh: `台风“${zh}”${isoDay(landfall)}登陆，二至六周后车险理赔投诉集中`,
        en: `Typhoon ${en} made landfall on ${isoDay(landfall)}; motor complaints follow two to six weeks later`,
      },
    },
    perDay: bump(setting, from, until, total, (progress) => Math.sin(Math.PI * progress) ** 0.7),
    draw: (stream) => {
      const province = coast.length > 1 && stream.chance(0.35) ? 1 : 0;
      const outlet = outlets[province]?.(stream) as Outlet;
      return { cause: causes(stream), outlet, bodies: typhoonBodies };
    },
  };
}

/** The latest day of late July to mid-September whose aftermath lies in the period, else a third into a long enough one. */
function landfallDay({ firstDay, lastDay }: Setting, chance: Chance): number | undefined {
  const dayInSeason = chance.below(50);
  const years = [0, 1, 2, 3, 4].map((back) => Number(isoDay(lastDay).slice(0, 4)) - back);
  const seasons = years.map((year) => dayNumber(`${year}-07-25`) + dayInSeason);
  const fits = seasons.find((day) => day >= firstDay + 30 && day + 42 <= lastDay);
  if (fits !== undefined) return fits;
  return lastDay - firstDay >= 90 ? firstDay + 30 : undefined;
}
