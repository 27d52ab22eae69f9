import type { QueryClient } from '@tanstack/vue-query';
import type { Role } from '@tocsin/contracts';
import {
  createRouter,
  createWebHistory,
  loadRouteLocation,
  type RouteLocationRaw,
  type RouteRecordRaw,
  type Router,
} from 'vue-router';
import { dataRoutes } from './data-routes.ts';
import { loadSection } from './i18n/index.ts';
import { fetchSetupNeeded, sessionQuery } from './features/session/use-session.ts';
import { freshnessQuery } from './features/freshness/use-freshness.ts';
import { startFor, viewsQuery } from './features/views/use-views.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** A message key; shown in the bar and as the document's title. */
    title?: string;
    /** Whether the filter bar stands on the page. */
    hasFilter?: boolean;
    /** Pages before the door. */
    isOpen?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    meta: { isOpen: true, title: 'session.signIn' },
    component: () => import('./pages/SignInPage.vue'),
  },
  {
    path: '/setup',
    name: 'setup',
    meta: { isOpen: true, title: 'session.setup' },
    component: () => import('./pages/SetupPage.vue'),
  },
  {
    path: '/wall',
    name: 'wall',
    meta: { title: 'nav.wall' },
    beforeEnter: () => loadSection('wall'),
    component: () => import('./pages/WallPage.vue'),
  },
  {
    path: '/',
    component: () => import('./features/shell/AppShell.vue'),
    children: [
      { path: '', name: 'home', component: () => import('./pages/OverviewPage.vue') },
      {
        path: 'overview',
        name: 'overview',
        meta: { title: 'overview.title', hasFilter: true },
        component: () => import('./pages/OverviewPage.vue'),
      },
      {
        path: 'trends',
        name: 'trends',
        meta: { title: 'nav.trends', hasFilter: true },
        beforeEnter: () => loadSection('trends'),
        component: () => import('./pages/TrendsPage.vue'),
      },
      {
        path: 'exports',
        name: 'exports',
        meta: { title: 'nav.exports' },
        beforeEnter: () => loadSection('exports'),
        component: () => import('./pages/ExportsPage.vue'),
      },
      {
        path: 'regions',
        name: 'regions',
        meta: { title: 'nav.regions', hasFilter: true },
        beforeEnter: () => loadSection('regions'),
        component: () => import('./pages/RegionsPage.vue'),
      },
      {
        path: 'cases',
        name: 'cases',
        meta: { title: 'nav.cases', hasFilter: true },
        beforeEnter: () => loadSection('cases'),
        component: () => import('./pages/CasesPage.vue'),
      },
      {
        path: 'cases/:id',
        name: 'case',
        props: true,
        meta: { title: 'nav.cases' },
        beforeEnter: () => loadSection('cases'),
        component: () => import('./pages/CasePage.vue'),
      },
      {
        path: 'timeliness',
        name: 'timeliness',
        meta: { title: 'nav.timeliness', hasFilter: true },
        beforeEnter: async () => {
          // bands of due days are named with the cases
          await Promise.all([loadSection('cases'), loadSection('timeliness')]);
        },
        component: () => import('./pages/TimelinessPage.vue'),
      },
      {
        path: 'warnings',
        name: 'alerts',
        meta: { title: 'alerts.title' },
        component: () => import('./pages/AlertsPage.vue'),
      },
      {
        path: 'warnings/:id',
        name: 'alert',
        props: true,
        meta: { title: 'alerts.title' },
        beforeEnter: () => loadSection('alert'),
        component: () => import('./pages/AlertPage.vue'),
      },
      {
        path: 'rules',
        name: 'rules',
        meta: { title: 'nav.rules' },
        beforeEnter: [() => loadSection('rules'), () => loadSection('alert')],
        component: () => import('./pages/RulesPage.vue'),
      },
      {
        path: 'rules/:id',
        name: 'rule',
        props: true,
        meta: { title: 'nav.rules' },
        beforeEnter: [() => loadSection('rules'), () => loadSection('alert')],
        component: () => import('./pages/RulePage.vue'),
      },
      {
        path: 'gallery',
        name: 'gallery',
        meta: { title: 'nav.gallery' },
        beforeEnter: () => loadSection('gallery'),
        component: () => import('./pages/GalleryPage.vue'),
      },
      dataRoutes,
      {
        path: ':rest(.*)*',
        name: 'missing',
        meta: { title: 'state.missing' },
        component: () => import('./pages/MissingPage.vue'),
      },
    ],
  },
];

/** Where a role starts; without an answer about views, at its own page. */
async function startOf(role: Role, client: QueryClient, router: Router): Promise<RouteLocationRaw> {
  const { views } = await client.fetchQuery(viewsQuery).catch(() => ({ views: [] }));
  return { ...startFor(role, views, (name) => router.hasRoute(name)), replace: true };
}

/** Pages by address. Nobody passes the door unseen: who is not signed in goes to sign-in, or to the first set-up. */
export function createAppRouter(client: QueryClient): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  });
  router.beforeEach(async (to) => {
    // The page's code comes while the server says who asks; a failure is told by the router, which needs it next.
    void loadRouteLocation(to).catch(() => undefined);
    const me = await client.fetchQuery(sessionQuery).catch(() => undefined);
    // The server could not say: the page itself will show that it is out of reach.
    if (me === undefined) return true;
    // How far the data reach decides the period of a bare address: with it a page has its filter and controls from the start,
    // and nothing below them moves. Where the server cannot say, the page shows that.
    if (me !== null) await client.ensureQueryData(freshnessQuery).catch(() => undefined);
    if (me !== null && to.meta.isOpen) return { name: 'home' };
    if (me !== null) return to.name === 'home' ? startOf(me.role, client, router) : true;
    if (to.name !== 'sign-in' && to.name !== 'setup') {
      const isNew = await fetchSetupNeeded().catch(() => false);
      return isNew ? { name: 'setup' } : { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
    }
    return true;
  });
  return router;
}
