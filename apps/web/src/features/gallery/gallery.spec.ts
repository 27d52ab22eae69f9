import * as charts from '@tocsin/charts';
import { palettes } from '@tocsin/charts';
import { describe, expect, it } from 'vitest';
import { type ChartName, exhibitIds, exhibits, nonCharts } from './exhibits.ts';
import { sampleHeat, sampleLand, sampleTiles } from './sample-maps.ts';
import { type OptionLook, optionIds, sampleOption } from './sample-options.ts';
import { sampleSplit } from './sample-split.ts';

const shown = new Set<ChartName>(exhibitIds.flatMap((id) => exhibits[id].draws));
const names = Object.keys(charts) as ChartName[];

describe('the gallery', () => {
  it('shows every function of the chart library, or the list of what is no chart says why not', () => {
    const forgotten = names.filter((name) => !shown.has(name) && nonCharts[name] === undefined);
    expect(forgotten).toEqual([]);
  });

  it('names nothing that the library does not have, and nothing twice', () => {
    const listed = [...shown, ...(Object.keys(nonCharts) as ChartName[])];
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(nonCharts).filter((name) => shown.has(name as ChartName))).toEqual([]);
  });

  it('gives each of those a reason', () => {
    expect(Object.entries(nonCharts).filter(([, reason]) => reason.length < 10)).toEqual([]);
  });
});

const look = (theme: 'light' | 'dark'): OptionLook => {
  const palette = palettes[theme];
  const written = { palette, number: String, tick: (at: string) => at, bucket: (at: string) => at };
  const words = { unfinished: 'u', immature: 'i', nowcast: 'n', noData: 'x', compared: 'c', total: 't' };
  const size = { isCompared: false, isNamed: true, width: 560, height: 240, change: () => '' };
  return { written, split: { ...written, words, ...size }, word: (name) => name, label: ({ en }) => en };
};
interface Drawn {
  readonly id: string;
  readonly data: readonly ({ value: number | null } | number | null)[];
}
const seriesOf = (id: (typeof optionIds)[number], state: Parameters<typeof sampleOption>[1]): readonly Drawn[] =>
  sampleOption(id, state, look('light')).series as Drawn[];
const marked = (series: readonly Drawn[], id: string) =>
  (series.find((one) => one.id === id)?.data ?? []).filter((item) =>
    typeof item === 'object' ? (item?.value ?? null) !== null : item !== null,
  ).length;

describe('the samples', () => {
  it('are the same every time', () => {
    for (const id of optionIds)
      for (const state of exhibits[id].states)
        expect(JSON.stringify(sampleOption(id, state, look('dark')))).toBe(
          JSON.stringify(sampleOption(id, state, look('dark'))),
        );
  });

  it.each(optionIds)('of %s hatch a gap and an unfinished week where they say so, and only there', (id) => {
    const hatched = (state: Parameters<typeof sampleOption>[1]) => {
      const series = seriesOf(id, state);
      return [marked(series, 'no-data'), marked(series, 'unfinished')];
    };
    expect(hatched('normal')).toEqual([0, 0]);
    expect(hatched('gap')).toEqual([3, 0]);
    expect(hatched('unfinished')).toEqual([0, 1]);
  });

  it.each(['trend', 'lines'] as const)('of %s show where weeks that still come in will end', (id) => {
    expect(marked(seriesOf(id, 'immature'), 'nowcast')).toBe(3);
    expect(marked(seriesOf(id, 'normal'), 'nowcast')).toBe(0);
  });

  it('of a warning fire twice, in two levels', () => {
    const firing = seriesOf('evidence', 'normal').find(({ id }) => id === 'firing');
    const symbols = firing?.data.flatMap((item) => (item as { symbol?: string }).symbol ?? []);
    expect(symbols).toEqual(['diamond', 'triangle']);
  });

  it('leave out of small multiples no line of business', () => {
    expect(sampleSplit('normal', palettes.light, ({ en }) => en).lines.map(({ name }) => name)).toEqual([
      ...['Motor', 'Life', 'Health', 'Guarantee'],
    ]);
  });

  it('draw maps in the colours of the theme, with what nobody delivered hatched', () => {
    const picture = (theme: 'light' | 'dark') => ({
      ...{ palette: palettes[theme], name: (region: string) => region, number: String, caption: 'c', approval: 'a' },
      label: ({ en }: { en: string }) => en,
    });
    const hatched = (svg: string) => svg.split('fill="url(#no-data)"').length - 1;
    // Tibet and the city of Dalian in the one; four more provinces of the west in the other
    expect(hatched(sampleTiles('normal', picture('light')).svg)).toBe(2);
    expect(hatched(sampleTiles('gap', picture('light')).svg)).toBe(6);
    expect(hatched(sampleHeat('normal', picture('dark')).svg)).toBe(0);
    // the fourth column and the fifth row of five by four
    expect(hatched(sampleHeat('gap', picture('dark')).svg)).toBe(8);
    const land = sampleLand(picture('dark')).svg;
    // A cluster in one piece has one label, one in two pieces has two; on the land each has one
    const labels = (svg: string, letter: string) => svg.split(`>${letter} p 0.00`).length - 1;
    expect(['A', 'B'].map((letter) => labels(sampleTiles('normal', picture('light')).svg, letter))).toEqual([1, 2]);
    expect(['A', 'B'].map((letter) => labels(land, letter))).toEqual([1, 1]);
    expect(land).toContain('>a</text>');
    expect(land).toContain(palettes.dark.sequential.at(-1) ?? 'none');
  });
});
