import type { RouteRecordRaw } from 'vue-router';
import { loadSection } from './i18n/index.ts';

const meta = { title: 'imports.title' };

/** The page 数据: its sections share tabs, styles and messages, none of which is loaded before it is opened. */
export const dataRoutes: RouteRecordRaw = {
  path: 'data',
  component: () => import('./pages/DataPage.vue'),
  beforeEnter: () => loadSection('data'),
  children: [
    { path: '', name: 'imports', meta, component: () => import('./pages/data/ImportsPage.vue') },
    { path: 'import', name: 'import-wizard', meta, component: () => import('./pages/data/WizardPage.vue') },
    { path: 'imports/:id', name: 'import', props: true, meta, component: () => import('./pages/data/ImportPage.vue') },
    { path: 'feeds', name: 'feeds', meta, component: () => import('./pages/data/FeedsPage.vue') },
    {
      path: 'reference/:table?',
      name: 'reference',
      props: true,
      meta,
      component: () => import('./pages/data/ReferencePage.vue'),
    },
    { path: 'profiles', name: 'profiles', meta, component: () => import('./pages/data/ProfilesPage.vue') },
    {
      path: 'profiles/:name',
      name: 'profile',
      props: true,
      meta,
      component: () => import('./pages/data/ProfilePage.vue'),
    },
    {
      path: 'lineage',
      name: 'lineage',
      meta: { ...meta, hasFilter: true },
      component: () => import('./pages/data/LineagePage.vue'),
    },
    { path: 'corrections', name: 'corrections', meta, component: () => import('./pages/data/CorrectionsPage.vue') },
  ],
};
