import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.TOCSIN_PORT ?? '7070'}`;

/** Built into dist/, which the server serves. In development Vite serves the pages and hands the rest to the server. */
export default defineConfig({
  plugins: [vue()],
  build: { target: 'es2022', sourcemap: true },
  server: { port: 7071, strictPort: true, proxy: { '/api': server, '/health': server, '/metrics': server } },
});
