import { readFileSync } from 'node:fs';
import { type Palette, palettes } from '@tocsin/charts';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { createI18n } from 'vue-i18n';
import zhCn from '../i18n/messages/zh-cn/index.ts';
import { ApiError } from '../api/api-error.ts';
import QueryState from './QueryState.vue';
import SegmentedControl from './SegmentedControl.vue';
import { tableCsv } from './table-model.ts';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const block = (selector: string) =>
  css.slice(css.indexOf(`${selector} {`), css.indexOf('}', css.indexOf(`${selector} {`)));
const token = (where: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(where)?.[1]?.toUpperCase();

/** The palette's colours under the names that the style sheet gives them. */
const named = (palette: Palette): Record<string, string> => ({
  surface: palette.surface,
  raised: palette.raised,
  sunken: palette.sunken,
  ink: palette.ink,
  'ink-2': palette.ink2,
  'ink-3': palette.ink3,
  line: palette.line,
  border: palette.border,
  accent: palette.accent,
  better: palette.better,
  worse: palette.worse,
  ...Object.fromEntries(Object.entries(palette.level).map(([level, colour]) => [`level-${level}`, colour])),
  ...Object.fromEntries(palette.sequential.map((colour, step) => [`sequential-${step}`, colour])),
  ...Object.fromEntries(palette.onSequential.map((colour, step) => [`on-sequential-${step}`, colour])),
});

describe('the tokens', () => {
  it.each([
    ['light', ':root'],
    ['dark', ':root.dark'],
  ] as const)('are the same in the style sheet and in the charts, %s', (theme, selector) => {
    const colours = named(palettes[theme]);
    const styled = Object.fromEntries(Object.keys(colours).map((name) => [name, token(block(selector), name)]));
    expect(styled).toEqual(colours);
  });
});

const global = { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': zhCn } })] };

describe('the states of a fetched thing', () => {
  const show = (props: { isPending: boolean; error: Error | null; emptyText?: string }) =>
    mount(QueryState, { props, slots: { default: '<p>content</p>' }, global });

  it('show the content only when it is there', () => {
    expect(show({ isPending: false, error: null }).text()).toBe('content');
    expect(show({ isPending: true, error: null }).text()).toBe('');
    expect(show({ isPending: false, error: null, emptyText: '没有数据' }).text()).toBe('没有数据');
  });

  it('say what went wrong and offer another try', async () => {
    const wrapper = show({ isPending: false, error: new ApiError('offline') });
    expect(wrapper.get('[role=alert]').text()).toContain('连不上服务器');
    await wrapper.get('button').trigger('click');
    expect(wrapper.emitted('retry')).toHaveLength(1);
  });

  it('offer none where trying again cannot help', () => {
    const wrapper = show({ isPending: false, error: new ApiError('forbidden') });
    expect(wrapper.text()).toContain('没有查看这些数据的权限');
    expect(wrapper.find('button').exists()).toBe(false);
  });
});

describe('a segmented control', () => {
  it('is a group of radio buttons that the arrow keys walk', async () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    const wrapper = mount(SegmentedControl, { props: { label: 'x', options, modelValue: 'c' }, global });
    await wrapper.get('[role=radiogroup]').trigger('keydown', { key: 'ArrowRight' });
    expect(wrapper.emitted('update:modelValue')).toEqual([['a']]);
  });
});

describe('an exported table', () => {
  it('quotes, defuses formulas and keeps unknown figures empty', () => {
    const columns = [
      { key: 'a', label: '地区' },
      { key: 'b', label: 'n' },
    ];
    const rows = [
      { a: { text: '', raw: '=1+1' }, b: { text: '—', raw: null } },
      { a: { text: '', raw: 'x,"y"' }, b: { text: '1.2万', raw: -12_345 } },
    ];
    expect(tableCsv({ columns, rows })).toBe(`\uFEFF地区,n\r\n'=1+1,\r\n"x,""y""",-12345\r\n`);
  });
});
