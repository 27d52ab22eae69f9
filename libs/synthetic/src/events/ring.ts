import { isoDay } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import { ringBodies } from '../text/bodies.ts';
import { fakePhone } from '../text/person.ts';
import { type AddingEvent, type Setting, bump } from './event.ts';

const TOPIC = 303;
const BRANCH = '220000.01.02';
const DAYS = 8;

/**
 * 代理退保黑产: in eight days, about three weeks before the end, customers of one 支公司 file near-identical letters
 * with the regulator. Same product, sold within forty days of each other, all asking for every yuan back, and three
 * telephone numbers among them.
 */
export function ring(setting: Setting): AddingEvent | undefined {
  const { seed, firstDay, lastDay, organisation, products } = setting;
  if (lastDay - firstDay < 60) return undefined;
  const chance = new Chance(seed, TOPIC);
  const from = lastDay - 21;
  const soldFrom = from - 500 - chance.below(200);
  const product = chance.pick(products.inLine('life.traditional').slice(3, 9));
  const phones = [fakePhone(chance), fakePhone(chance), fakePhone(chance)];
  const outlets = organisation.outlets.filter(({ branch }) => branch === BRANCH);
  const total = Math.max(45, setting.complaints * 0.0012);
  return {
    kind: 'ring',
    label: {
      kind: 'ring',
      from: isoDay(from),
      until: isoDay(from + DAYS),
      slice: { organisation: [BRANCH], product: [product.code], reason: ['surrender.refund'] },
      description: {
        zh: `疑似代理退保团伙：${DAYS}天内针对${product.zh}集中提交雷同投诉`,
        en: `Illicit surrender agents: near-identical letters about ${product.en} within ${DAYS} days`,
      },
    },
    perDay: bump(setting, from, from + DAYS, total, (progress) => Math.sin(Math.PI * progress)),
    draw: (stream) => ({
      cause: { line: 'life.traditional', reason: 'surrender.refund', link: 'surrender' },
      outlet: stream.pick(outlets),
      organisation: BRANCH,
      product,
      salesChannel: 'agent',
      saleDay: soldFrom + stream.below(40),
      source: stream.chance(0.85) ? 'regulator' : 'self',
      complainantKind: stream.chance(0.7) ? 'illicit' : 'holder',
      phone: stream.pick(phones),
      bodies: ringBodies,
    }),
  };
}
