import { describe, expect, it } from 'vitest';
import { formatChange, formatCount, formatExact, formatPercent, formatPoints, formatRate } from './format.ts';

describe('numbers', () => {
  it.each([
    [0, '0', '0'],
    [1234, '1,234', '1,234'],
    [9999, '9,999', '9,999'],
    [12_345, '1.2万', '12.3k'],
    [340_000_000, '3.4亿', '340.0M'],
    [-1234, '−1,234', '−1,234'],
    [12.4, '12.4', '12.4'],
  ])('%d reads %s, in English %s', (value, zh, en) => {
    expect(formatCount(value, 'zh-CN')).toBe(zh);
    expect(formatCount(value, 'en')).toBe(en);
  });

  it('are a dash when unknown, never a zero', () => {
    expect([formatCount(null, 'en'), formatExact(null), formatRate(null), formatPercent(null)]).toEqual(
      Array(4).fill('—'),
    );
  });

  it('have the places they deserve', () => {
    expect([formatRate(0.266), formatRate(3.94), formatRate(12.34)]).toEqual(['0.27', '3.94', '12.3']);
    expect(formatPercent(96.43)).toBe('96.4%');
    expect(formatExact(1_234_567)).toBe('1,234,567');
  });

  it.each([
    [0.123, '+12.3%'],
    [-0.04, '−4.0%'],
    [5.51, '+551%'],
    [0.0001, '0.0%'],
    [-0.0001, '0.0%'],
  ])('a change of %d is %s', (ratio, text) => {
    expect(formatChange(ratio)).toBe(text);
  });

  it('differ in points where they are percentages', () => {
    expect([formatPoints(1.23), formatPoints(-0.4), formatPoints(0.01)]).toEqual(['+1.2', '−0.4', '0.0']);
  });
});
