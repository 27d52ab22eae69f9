import type { EChartsOption } from 'echarts';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawing } from '../export/drawing.ts';

/** A chart's option drawn as SVG, without a page. The chart types were registered by `EChart.vue`, which showed it first. */
export function optionSvg(option: EChartsOption, width: number, height: number): Drawing {
  use([SVGRenderer]);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, width, height };
}
