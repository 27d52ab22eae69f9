import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { sizeBudget } from './build/size-budget.ts';

const server = `http://127.0.0.1:${process.env.TOCSIN_PORT ?? '7070'}`;

/** What the overview loads lazily on the way to its first chart. */
const toFirstChart = ['AppShell.vue', 'OverviewPage.vue', 'ui/chart/EChart.vue', 'api/decode-arrow.ts'];

/** The drawing library without its SVG painter, which only exports need: in two pieces it packs 4 KB worse. */
const drawing = /node_modules\/(echarts|zrender|vue-echarts)\/(?!.*svg)/i;
/** Small parts of ours that every page needs: in one file they pack better than in forty. */
const everywhere = new RegExp(
  [
    'src/i18n/(days|format|instants|locale|use-format|index|sections)\\.ts',
    'src/api/(api-error|request|request-table)\\.ts',
    'src/ui/(AppCard|IconButton|IconGlyph|PopMenu|QueryState|SegmentedControl|SkeletonBlock|StateMessage)\\.vue',
    'src/ui/(icons|use-media|use-theme)\\.ts',
    'src/features/filter/(empty-lists|filter-state|period|use-filter|use-labels)\\.ts',
    'src/features/(session/use-session|freshness/use-freshness|alerts/(use-alerts|alert-order))\\.ts',
  ].join('|'),
);
/** The same for what every page with figures needs. */
const withFigures = new RegExp(
  [
    'libs/charts/src/(axes|bars|colour-steps|columns|level-shape|look|notes|palette|spark|tile-map|tooltip|unfinished-line)\\.ts',
    'libs/contracts/src/(dimension|exclusion|codes/region-levels|measure/[a-z-]+)\\.ts',
    'src/features/(figures|indicators|annotations|marks/(mark-menu|v-mark)|filter/(use-)?slice-label)',
    'src/features/alerts/(AlertRow|LevelMark|use-alert-slice)',
    'src/ui/(BarRow|ChartCard|DataTable|ExportMenu|SparkLine)\\.vue',
    'src/ui/chart/(index\\.ts|ChartWaiting\\.vue)',
  ].join('|'),
);

/** Built into dist/, which the server serves. In development Vite serves the pages and hands the rest to the server. */
export default defineConfig({
  plugins: [vue(), precompress(), sizeBudget({ lazy: toFirstChart, limitKb: 380, banned: [/node_modules\/zod\//] })],
  // Parts of the frameworks that no page of ours uses.
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    ...{ target: 'es2022', sourcemap: true, reportCompressedSize: false, chunkSizeWarningLimit: 800 },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'echarts', test: drawing },
            { name: 'everywhere', test: everywhere },
            { name: 'with-figures', test: withFigures },
          ],
        },
      },
    },
  },
  server: { port: 7071, strictPort: true, proxy: { '/api': server, '/health': server, '/metrics': server } },
});
