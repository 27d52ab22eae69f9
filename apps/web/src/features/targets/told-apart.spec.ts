import type { GetTargetsReply } from '@tocsin/contracts';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import { formatExact, formatPercent, grouped } from '../../i18n/format.ts';
import enContext from '../../i18n/messages/en/context/index.ts';
import en from '../../i18n/messages/en/index.ts';
import zhContext from '../../i18n/messages/zh-cn/context/index.ts';
import zh from '../../i18n/messages/zh-cn/index.ts';
import TargetRow from './TargetRow.vue';
import { toldApart } from './told-apart.ts';

const percent = { usual: formatPercent, exact: (value: number, places: number) => `${grouped(value, places)}%` };
const cases = { usual: formatExact, exact: grouped };

describe('two figures', () => {
  it('take as many places as tell them apart', () => {
    expect(toldApart(95.97, 96, percent)).toEqual(['95.97%', '96.00%']);
    expect(toldApart(95.9996, 96, percent)).toEqual(['95.9996%', '96.0000%']);
    expect(toldApart(1000.04, 1000, cases)).toEqual(['1,000.04', '1,000.00']);
  });

  it('are written as usual where that tells them apart, where they are equal, and where one is unknown', () => {
    expect(toldApart(94.2, 96, percent)).toEqual(['94.2%', '96.0%']);
    expect(toldApart(96, 96, percent)).toEqual(['96.0%', '96.0%']);
    expect(toldApart(null, 96, percent)).toEqual(['—', '96.0%']);
  });

  it('that differ by a machine’s counting alone stay as usual', () => {
    expect(toldApart(0.1 + 0.2, 0.3, cases)).toEqual(['0.3', '0.3']);
  });
});

const messages = { 'zh-CN': { ...zh, ...zhContext }, en: { ...en, ...enContext } };
const shown = (locale: 'zh-CN' | 'en', given: Partial<GetTargetsReply['targets'][number]>) => {
  const target: GetTargetsReply['targets'][number] = {
    ...{ measure: 'on_time_closure', basis: 'company', organisation: '', region: '', note: '', missing: null },
    ...{ target: 96, actual: 95.97, used: null, seasonalShare: null, forecast: null },
    ...given,
  };
  const i18n = createI18n({ legacy: false, locale, messages });
  return mount(TargetRow, { props: { target }, global: { plugins: [i18n, VueQueryPlugin] } });
};

describe('a target that is missed by a hair', () => {
  it.each([
    ['zh-CN', '下限 96.00%', '未达标'],
    ['en', 'at least 96.00%', 'off target'],
  ] as const)('does not contradict itself in %s', (locale, goal, state) => {
    const row = shown(locale, {});
    expect(row.get('data').text()).toBe('95.97%');
    expect(row.get('.goal').text()).toBe(goal);
    expect(row.get('.state').text()).toContain(state);
    expect(row.get('[role=img]').attributes('aria-label')).toMatch(/95\.97%.*96\.00%/);
  });

  it('by its forecast alone is told by the forecast', () => {
    const forecast = {
      ...{ expected: 1000.3, likely: { lower: 960, upper: 1040 }, wide: { lower: 940, upper: 1060 }, chanceAbove: 0.5 },
    };
    const row = shown('en', { measure: 'complaints', target: 1000, actual: 800, used: 0.8, forecast });
    expect(row.get('.state').text()).toContain('off target');
    expect(row.get('.words').text()).toContain('about 1,000.3 cases');
  });
});
