import type { CreateView, ListViews, PutView, Role, SavedView, SavedViewInput } from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { call, send } from '../../api/request.ts';

export const viewsQuery = {
  queryKey: ['views'],
  queryFn: () => call<typeof ListViews>('GET', '/api/v1/views'),
  staleTime: 60_000,
} as const;

export const useViews = () => useQuery(viewsQuery);

/** Keeps, changes and takes away views; the list follows. */
export function useViewActions() {
  const client = useQueryClient();
  const renewed = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const create = async (body: SavedViewInput): Promise<SavedView> => {
    const view = await call<typeof CreateView>('POST', '/api/v1/views', { body });
    await renewed();
    return view;
  };
  const replace = async ({ id, name, visibility, defaultFor }: SavedView, page: string, query: string) => {
    const body = { name, visibility, defaultFor, page, query };
    await call<typeof PutView>('PUT', '/api/v1/views/:id', { params: { id }, body });
    await renewed();
  };
  const remove = async (id: string): Promise<void> => {
    await send('DELETE', '/api/v1/views/:id', { params: { id } });
    await renewed();
  };
  return { create, replace, remove };
}

/** Where each role starts unless a default view says otherwise. */
const startOf: Readonly<Record<Role, string>> = {
  admin: 'overview',
  executive: 'overview',
  risk: 'alerts',
  analyst: 'trends',
  operator: 'imports',
};

export const roles = Object.keys(startOf) as Role[];

interface Start {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A role's first page: the newest view that is shared as its default and whose page there is, else the role's own. */
export function startFor(role: Role, views: readonly SavedView[], hasPage: (name: string) => boolean): Start {
  const [view] = views
    .filter(({ defaultFor, page }) => defaultFor.includes(role) && hasPage(page))
    .toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  return view === undefined
    ? { name: startOf[role], query: {} }
    : { name: view.page, query: Object.fromEntries(new URLSearchParams(view.query)) };
}
