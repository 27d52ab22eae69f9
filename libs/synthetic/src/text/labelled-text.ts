import { Chance } from '../chance/chance.ts';
import { companyRegions as regions } from '../master/regions.ts';
import { chineseDay } from '../shape/day-text.ts';
import { fakeCard, fakeEmail, fakeIdNumber, fakeName, fakePhone, fakePlate, fakePolicy } from './person.ts';

export const personalKinds = ['name', 'phone', 'identity', 'card', 'policy', 'email', 'plate', 'address'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A text of a complaint in which every personal value is known, and some that look alike but are none. */
export interface LabelledText {
  readonly text: string;
  /** What must not survive masking. Of an address only the part behind the county; of a name all but the surname. */
  readonly personal: readonly { readonly kind: PersonalKind; readonly value: string }[];
  /** What must come through unchanged: amounts, dates, article and case-law numbers, places, shop counters. */
  readonly innocent: readonly string[];
}

const TOPIC = 977;
const STREETS = ['建国路', '人民大街', '解放西路', '文三路', '泺源大街', '和平里', '长江中路', '学府街', '滨河大道'];
const ESTATES = ['阳光小区', '锦绣花园', '翡翠苑', '幸福家园', '时代公寓', '金色里'];
const VILLAGES = ['李家村', '王庄', '东河村', '三里屯村', '赵店村'];
const COUNTIES = ['历下区', '朝阳区', '西湖区', '盐都区', '武侯区', '长清区', '沙坪坝区', '太和县', '兰考县'];

/** `{…}` is a slot. Written by hand after how clerks and complainants write; none was made for the masker. */
const SENTENCES = [
  '投诉人{name}反映，其于{day}经业务员{name}推荐购买分红险，保费{amount}元。',
  '来电人{name}，电话{phone}，称在{place}网点被误导。',
  '本人{name}，身份证{identity}，保单{policy}，要求全额退保。',
  '退款请打到{card}，开户行工商银行，户名{name}。',
  '家住{area}{address}，理赔员上门查勘时态度恶劣。',
  '联系方式：{phone}；邮箱{email}；地址：{area}{address}。',
  '车牌{plate}于{day}在{place}发生碰撞，定损{amount}元，依据保险法第十七条。',
  '{name}女士第{times}次来访，要求给出书面答复，座机{landline}。',
  '保单号{policy}，投保人{name}，被保险人{name}，受益人为法定。',
  '微信{phone}同号，请加我，快递寄到{area}{address}{name}收。',
  '我叫{name}，今年{age}岁，{day}在银行柜台办理，柜员没有告知犹豫期为15天。',
  '案号({year})鲁01民终{number}号判决书已送达，仍拒赔{amount}元。',
  '业务员{name}承诺年化4.5%，实际到期只有{amount}元，客服工号{staff}。',
  '{phone}一直打不通，工单{ticket}已{times}天未处理，请在{day}前回复。',
  '听{name}说可以全额退，他的号码是{phone}，收费30%。',
  '客户持身份证{identity}到{place}中心支公司3楼服务大厅办理，等候2小时。',
] as const;

/** `count` texts of one to three sentences; the same seed gives the same texts. Everyone in them is invented. */
export function* labelledTexts(seed: number, count: number): Generator<LabelledText> {
  for (let index = 0; index < count; index++) {
    const chance = new Chance(seed, TOPIC, index);
    const personal: { kind: PersonalKind; value: string }[] = [];
    const innocent: string[] = [];
    const sentences = Array.from({ length: chance.between(1, 3) }, () => chance.pick(SENTENCES));
    const text = sentences
      .map((sentence) =>
        sentence.replace(/\{(\w+)\}/g, (_, slot: string) => fillSlot(slot, chance, personal, innocent)),
      )
      .join('');
    yield { text, personal, innocent };
  }
}

function fillSlot(
  slot: string,
  chance: Chance,
  personal: { kind: PersonalKind; value: string }[],
  innocent: string[],
): string {
  const value = personalValue(slot, chance);
  if (value !== undefined) {
    personal.push(value);
    return value.value;
  }
  const plain = plainValue(slot, chance);
  if (slot !== 'landline') innocent.push(plain);
  else personal.push({ kind: 'phone', value: plain });
  return plain;
}

function personalValue(slot: string, chance: Chance): { kind: PersonalKind; value: string } | undefined {
  const region = chance.pick(regions);
  const city = chance.pick(region.cities);
  switch (slot) {
    case 'name':
      return { kind: slot, value: fakeName(chance) };
    case 'phone':
      return { kind: slot, value: spelt(fakePhone(chance), [3, 7], chance) };
    case 'identity':
      return { kind: slot, value: spelt(fakeIdNumber(chance, city, chance.between(-10_000, 12_000)), [6, 14], chance) };
    case 'card':
      return { kind: slot, value: spelt(fakeCard(chance), [4, 8, 12, 16], chance) };
    case 'policy':
      return { kind: slot, value: fakePolicy(chance, chance.pick(['PDAA', 'LFX', 'ABX']), 2024) };
    case 'email':
      return { kind: slot, value: fakeEmail(chance) };
    case 'plate':
      return { kind: slot, value: fakePlate(chance, region) };
    case 'address':
      return { kind: slot, value: door(chance) };
    default:
      return undefined;
  }
}

function plainValue(slot: string, chance: Chance): string {
  const region = chance.pick(regions);
  switch (slot) {
    case 'day':
      return chineseDay(chance.between(19_000, 20_400));
    case 'amount':
      return String(chance.between(200, 990_000));
    case 'times':
      return String(chance.between(2, 9));
    case 'age':
      return String(chance.between(30, 80));
    case 'year':
      return String(chance.between(2019, 2026));
    case 'number':
      return String(chance.between(100, 9999));
    case 'staff':
      return String(chance.between(1000, 99_999));
    case 'ticket':
      return `GD${chance.between(10_000, 999_999)}`;
    case 'landline':
      return `0${chance.pick(['10', '531', '571', '755'])}-${chance.between(2_000_000, 8_999_999)}${chance.below(10)}`;
    case 'area':
      return `${chance.chance(0.5) ? region.zh : ''}${chance.pick(region.cities).zh}${chance.pick(COUNTIES)}`;
    case 'place':
      return `${chance.pick(region.cities).zh}${chance.pick(STREETS)}`;
    default:
      throw new Error(`No slot ${slot}.`);
  }
}

/** Numbers are written in one piece, or with a space or hyphen at the places where people break them. */
function spelt(number: string, breaks: readonly number[], chance: Chance): string {
  if (chance.chance(0.7)) return number;
  const between = chance.pick([' ', '-']);
  return [...number].map((digit, place) => (breaks.includes(place) ? between + digit : digit)).join('');
}

function door(chance: Chance): string {
  const flat = `${chance.between(1, 30)}${chance.pick(['栋', '号楼', '幢'])}${chance.between(1, 6)}单元${chance.between(101, 2804)}室`;
  const street = `${chance.pick(STREETS)}${chance.between(1, 900)}号`;
  if (chance.chance(0.25)) return `${chance.pick(VILLAGES)}${chance.between(1, 9)}组${chance.between(1, 99)}号`;
  return chance.chance(0.5)
    ? street + chance.pick(ESTATES) + flat
    : chance.chance(0.5)
      ? street
      : chance.pick(ESTATES) + flat;
}
