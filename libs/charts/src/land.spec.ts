import { describe, expect, it } from 'vitest';
import { landClusters, landPaths, landSvg } from './land.ts';
import { palettes } from './palette.ts';

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
];
const shapes = {
  features: [
    { properties: { adcode: 340000 }, geometry: { type: 'Polygon', coordinates: [ring(100, 30, 10)] } },
    {
      properties: { name: '某岛' },
      geometry: { type: 'MultiPolygon', coordinates: [[ring(110, 30, 1)], [ring(112, 30, 8)]] },
    },
  ],
};

describe('the operator’s map', () => {
  const paths = landPaths(shapes, 200, 100);

  it('keeps its proportions: ten degrees of longitude are cos 36° as wide as of latitude are high', () => {
    // 20° × 0.809 = 16.18 wide and 10 high; ten to a degree in height
    const [anhui] = paths;
    const numbers = [...(anhui?.d ?? '').matchAll(/[\d.]+/g)].map(([text]) => Number(text));
    const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, index) => index % 2 === odd)) as [number[], number[]];
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(100, 0);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(80.9, 0);
  });

  it('knows regions by their code, and draws what is none', () => {
    expect(paths.map(({ region }) => region)).toEqual(['340000', undefined]);
    expect(paths[1]?.d.match(/M/g)).toHaveLength(2);
  });

  it('has north above: the foot of a shape is at its southern edge', () => expect(paths[0]?.d).toMatch(/^M19\.1 100L/));

  it('is never a picture without its number', () => {
    const { svg } = landSvg(paths, {
      ...{ width: 200, height: 100, palette: palettes.light, approval: 'GS(2024)<0650>号', fill: () => '#123456' },
    });
    expect(svg).toContain('GS(2024)&lt;0650&gt;号');
    expect(svg.match(/#123456/g)).toHaveLength(1);
  });

  it('hatches a region of which nothing is known, and neither one without a colour nor land that is no region', () => {
    const look = { width: 200, height: 100, palette: palettes.light, approval: 'GS', fill: () => undefined };
    expect(landSvg(paths, look).svg).not.toContain('fill="url(#no-data)"');
    const { svg } = landSvg(paths, { ...look, isUnknown: (region) => region === '340000' });
    expect(svg.match(/fill="url\(#no-data\)"/g)).toHaveLength(1);
    expect(svg.match(new RegExp(`fill="${palettes.light.sunken}"`, 'g'))).toHaveLength(1);
    expect(svg).toContain('<pattern id="no-data"');
  });

  it('draws the members of a cluster over its outline, and leaves out a cluster of which it has no shape', () => {
    const clusters = landClusters(paths, [
      { label: 'A p <0.01', regions: ['340000', '999999'] },
      { label: 'B', regions: ['999999'] },
    ]);
    expect(clusters.map(({ label, members }) => [label, members.length])).toEqual([['A p <0.01', 1]]);
    const { svg } = landSvg(paths, {
      ...{ width: 200, height: 100, palette: palettes.light, approval: 'GS', fill: () => '#123456', clusters },
    });
    const [line, member, label] = ['stroke-width="6"', '#123456', 'A p &lt;0.01'].map((part) => svg.indexOf(part));
    expect(line).toBeGreaterThan(0);
    expect(member).toBeGreaterThan(line ?? 0);
    expect(label).toBeGreaterThan(member ?? 0);
  });
});
