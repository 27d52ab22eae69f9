import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAddresses } from './mask-addresses.ts';
import { maskAfterRole, maskBeforeTitle } from './mask-names.ts';
import { maskNumbers } from './mask-numbers.ts';
import { trait, traitsOf } from './text-traits.ts';

const pieces = [
  ...['业务员', '投诉人', '本人', '我是', '经', '听', '律师', '姓名', '我叫', '名叫', '户主'],
  ...['张', '王', '李', '曹', '高', '何', '国明', '三', '小明', '欧阳'],
  ...['先生', '女士', '经理', '同志', '收', '老师', '是', '为', '叫', ':', '：', ' ', '，', '。', '称'],
  ...['朝阳区', '建国路', '88', '号', '3', '栋', '五', '楼', 'A', '座', '138', '12345678', '６', '京', 'A12345', '元'],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

describe('a trait that is missing', () => {
  it.each([
    [trait.nameAfterRole, maskAfterRole],
    [trait.nameBeforeTitle, maskBeforeTitle],
    [trait.address, maskAddresses],
    [trait.digits | trait.wideDigits, maskNumbers],
  ])('proves that its search (%i) finds nothing (property)', (wanted, mask) => {
    let found = 0;
    fc.assert(
      fc.property(text, (given) => {
        if ((traitsOf(given) & wanted) === 0) expect(mask(given)).toBe(given);
        else if (mask(given) !== given) found += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(20); // else the texts would prove nothing
  });
});
