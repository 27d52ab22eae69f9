import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './App.vue';
import { createQueryClient } from './api/query-client.ts';
import { sessionQuery } from './features/session/use-session.ts';
import { i18n, startLocale } from './i18n/index.ts';
import { createAppRouter } from './router.ts';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './ui/tokens.css';
import './ui/element.css';
import './ui/page.css';

const queryClient = createQueryClient(() => {
  // A session that ended while the page was open: to the door, and back here afterwards.
  queryClient.setQueryData(sessionQuery.queryKey, null);
  const { fullPath, meta } = router.currentRoute.value;
  if (!meta.isOpen) void router.push({ name: 'sign-in', query: { to: fullPath } });
});
const router = createAppRouter(queryClient);

await startLocale();
createApp(App).use(i18n).use(VueQueryPlugin, { queryClient }).use(router).mount('#app');
