import { isoDay } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import { drawFrom } from '../chance/draw.ts';
import { type AddingEvent, type Setting, bump } from './event.ts';

const TOPIC = 302;
const CENTRE = '410000.03';

const causes = drawFrom(
  [
    { line: 'life.participating', reason: 'sale.exaggeration', link: 'sale' },
    { line: 'life.participating', reason: 'sale.surrender-loss', link: 'sale' },
    { line: 'life.participating', reason: 'surrender.refund', link: 'surrender' },
  ],
  [50, 30, 20],
);

/**
 * One participating product was sold over bank counters as a deposit, in one 中心支公司: complaints rise within three
 * weeks and stay up until the end of the period.
 */
export function misSold(setting: Setting): AddingEvent | undefined {
  const { firstDay, lastDay, organisation, products } = setting;
  if (lastDay - firstDay < 90) return undefined;
  const chance = new Chance(setting.seed, TOPIC);
  const from = lastDay - Math.min(120, Math.floor((lastDay - firstDay) / 3));
  const product = chance.pick(products.inLine('life.participating').slice(2, 6));
  const outlets = organisation.outlets.filter(({ centre }) => centre === CENTRE);
  const centre = organisation.units.find(({ code }) => code === CENTRE);
  const total = Math.max(60, setting.complaints * 0.002);
  return {
    kind: 'mis-sold',
    label: {
      kind: 'mis-sold',
      from: isoDay(from),
      until: isoDay(lastDay),
      slice: { organisation: [CENTRE], product: [product.code], sales_channel: ['bank'] },
      description: {
        zh: `${centre?.zh}在银行柜台把${product.zh}当存款销售`,
        en: `${centre?.en} sold ${product.en} over bank counters as if it were a deposit`,
      },
    },
    perDay: bump(setting, from, lastDay, total, (progress) => Math.min(1, progress * 5)),
    draw: (stream, day) => ({
      cause: causes(stream),
      outlet: stream.pick(outlets),
      organisation: CENTRE,
      product,
      salesChannel: 'bank',
      saleDay: day - 60 - stream.below(240),
    }),
  };
}
