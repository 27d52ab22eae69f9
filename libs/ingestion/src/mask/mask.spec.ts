import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAllButLast4, maskIdNumber, maskName, maskPhone } from './mask-field.ts';
import { maskText } from './mask-text.ts';
import { identityCheckDigit, luhn } from './number-kind.ts';

describe('personal fields', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张*'],
    ['欧阳修远', '欧阳*'],
    ['司马', '司*'],
    ['John Smith', 'J*'],
    ['', ''],
  ])('shows the surname of %s', (name, shown) => expect(maskName(name)).toBe(shown));

  it('shows the ends of numbers, and less of short ones', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('88886666')).toBe('****6666');
    expect(maskPhone('12345')).toBe('****');
    expect(maskIdNumber('110101199003071233')).toBe('110***********1233');
    expect(maskIdNumber('E12345678')).toBe('****5678');
    expect(maskAllButLast4('P202401010000001234')).toBe('****1234');
    expect(maskAllButLast4('1234567')).toBe('****');
    expect([maskPhone(''), maskIdNumber(''), maskAllButLast4('')]).toEqual(['', '', '']);
  });
});

describe('number shapes', () => {
  it('knows the check digit of GB 11643 and the sum of Luhn', () => {
    expect(identityCheckDigit('11010519491231002')).toBe('X'); // the standard's own example
    expect(luhn('4111111111111111')).toBe(true);
    expect(luhn('4111111111111112')).toBe(false);
  });
});

describe('maskText', () => {
  it.each([
    ['请回电13812345678。', '请回电138****5678。'],
    ['电话138-1234-5678或+86 139 8765 4321', '电话138****5678或+139****4321'],
    ['13812345678 13987654321,13700001111', '138****5678 139****4321,137****1111'],
    ['1381234567813987654321', '138****5678139****4321'],
    ['座机010-88886666,0755 12345678', '座机010****6666,075****5678'],
    ['身份证110101199003071233', '身份证110***********1233'],
    ['身份证11010519491231002X,', '身份证110***********002X,'],
    ['老证110101900307123', '老证110********7123'],
    ['13812345678110101199003071233', '138****5678110***********1233'],
    ['卡号6222021234567890128', '卡号****0128'],
    ['卡号6222 0212 3456 7890 128', '卡号****0128'],
    ['保单号PDAA202437010000012345', '保单号****2345'],
    ['保单P123456789012', '保单****9012'],
    ['手机13812345678', '手机138****5678'],
    ['邮箱zhang.san1985@example.com', '邮箱z***@example.com'],
    ['车牌京A12345和沪AD12345', '车牌京A*****和沪A*****'],
    ['微信号:zhang_1985', '微信号:****'],
    ['业务员张三承诺收益', '业务员张*承诺收益'],
    ['投诉人李小明,电话13812345678', '投诉人李*,电话138****5678'],
    ['姓名:高方', '姓名:高*'],
    ['姓名\uFF1A高方\uFF0C投诉人李小明\uFF0C来电', '姓名\uFF1A高*\uFF0C投诉人李*\uFF0C来电'],
    ['张建国女士来电,王小明经理与王经理', '张*女士来电,王*经理与王经理'],
    ['电话\uFF11\uFF13\uFF18\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18共3次', '电话138****5678共3次'],
    ['邮箱zhang@example.com或li\uFF20example.com', '邮箱z***@example.com或l***@example.com'],
    ['家住北京市朝阳区建国路88号3栋2单元501室\uFF0C', '家住北京市朝阳区****\uFF0C'],
    ['住在上海市浦东新区世纪大道100号环球金融中心A座1203室', '住在上海市浦东新区****'],
    ['山东省济南市历城区王舍人镇李家村3组12号', '山东省济南市历城区****'],
  ])('%s → %s', (text, masked) => expect(maskText(text)).toBe(masked));

  it.each([
    '2024年3月投保,保费12000元,2024-01-05退保,损失1.5万元',
    '20240105签单,缴费100000000元',
    '理赔款1234567元,第3次来访,共12人',
    '客户高度不满,客户王者荣耀账号',
    '本人于今年购买,经理未回复',
    '客户马上来电,客户何时联系,客户高度重视',
    '12月3号到建国路网点3楼大厅办理,第2组共3户,中心支公司3楼',
    'GR-Claim Evaluation; OUT-OF-NTWK PRVDR MEDIATION RQ',
    '',
  ])('leaves %s as it is', (text) => expect(maskText(text)).toBe(text));

  it('finds the values it is told of, in any shape', () => {
    const known = [
      ['王者', () => '王*'],
      ['A-77/31', () => '****'],
    ] as const;
    expect(maskText('客户王者归来,单号A-77/31', known)).toBe('客户王*归来,单号****');
  });
});

// ── measured: personal values put at random into ordinary text ──

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const phone = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map((parts) => parts.join(''));
const birth = fc
  .tuple(fc.integer({ min: 1940, max: 2015 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`);
const identity = fc
  .tuple(fc.constantFrom('110101', '370202', '440305', '650102'), birth, digits(3))
  .map((parts) => parts.join(''))
  .map((first17) => first17 + identityCheckDigit(first17));
const card = fc.tuple(fc.constantFrom('622202', '621700', '436742'), digits(12)).map(([bin, rest]) => {
  const open = bin + rest;
  return open + [...'0123456789'].find((digit) => luhn(open + digit));
});
const policy = fc.tuple(fc.constantFrom('P', 'PDAA', 'LZ'), digits(14)).map((parts) => parts.join(''));
const secret = fc.oneof(phone, identity, card, policy);
const words = fc.constantFrom(
  '投诉人来电反映',
  '电话',
  '身份证号',
  '银行卡',
  ',',
  '。',
  '保单号:',
  '2024年3月5日',
  '保费12000元',
  '要求全额退保',
  '(',
  ')',
  ' ',
  '和',
  '\n',
);

describe('maskText over generated texts', () => {
  it('leaves no personal number, wherever and next to whatever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, secret, words), { minLength: 1, maxLength: 6 }), (parts) => {
        const masked = maskText(parts.map((part) => part.join('')).join(''));
        for (const [, value] of parts) expect(masked).not.toContain(value);
        expect(masked).not.toMatch(/\d{8}/);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves none of two numbers without anything between them', () => {
    fc.assert(
      fc.property(secret, secret, fc.constantFrom('', ' ', '-', '、'), (one, two, between) => {
        expect(maskText(`号码${one}${between}${two}。`)).not.toMatch(/\d{8}/);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, secret), { maxLength: 8 }), (parts) => {
        const once = maskText(parts.join(''));
        expect(maskText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves ordinary text alone', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        expect(maskText(parts.join(''))).toBe(parts.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});
