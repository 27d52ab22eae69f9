import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';
import { sizeBudget } from './build/size-budget.ts';

const server = `http://127.0.0.1:${process.env.TOCSIN_PORT ?? '7070'}`;

/** What the overview loads lazily on the way to its first chart. */
const toFirstChart = ['AppShell.vue', 'OverviewPage.vue', 'ui/chart/EChart.vue', 'api/decode-arrow.ts'];

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
  build: { target: 'es2022', sourcemap: true, reportCompressedSize: false, chunkSizeWarningLimit: 800 },
  server: { port: 7071, strictPort: true, proxy: { '/api': server, '/health': server, '/metrics': server } },
});
