import type {
  DeleteReferenceRow,
  GetReference,
  GetReferenceHistory,
  ListReference,
  PostReference,
  PutReferenceRow,
  RestoreReference,
} from '@tocsin/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { addressOf, call } from '../../api/request.ts';

type ReplyOf<Endpoint extends { reply: { parse(value: unknown): unknown } }> = ReturnType<Endpoint['reply']['parse']>;
export type Row = ReplyOf<typeof GetReference>['rows'][number];
export type Outcome = ReplyOf<typeof PostReference>;
export type Cells = Row['cells'];
export type Mode = 'merge' | 'replace';

const TABLE: (typeof GetReference)['path'] = '/api/v1/reference/:table';

/** Every table with what it holds. */
export const useReferenceList = () =>
  useQuery({
    queryKey: ['reference'],
    queryFn: ({ signal }) => call<typeof ListReference>('GET', '/api/v1/reference', { signal }),
  });

export interface Page {
  readonly search: string;
  readonly limit: number;
  readonly version: number | undefined;
}

/** The rows of a table that fit a search, at a version or now. */
export const useReference = (table: MaybeRefOrGetter<string>, page: MaybeRefOrGetter<Page>) =>
  useQuery({
    queryKey: computed(() => ['reference', toValue(table), 'rows', toValue(page)]),
    queryFn: ({ signal }) =>
      call<typeof GetReference>('GET', TABLE, {
        signal,
        params: { table: toValue(table) },
        query: { ...toValue(page) },
      }),
    placeholderData: keepPreviousData,
  });

export const useReferenceHistory = (table: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['reference', toValue(table), 'history']),
    queryFn: ({ signal }) =>
      call<typeof GetReferenceHistory>('GET', '/api/v1/reference/:table/history', {
        signal,
        params: { table: toValue(table) },
      }),
  });

/** Where a table can be had as a file, as an import takes it. */
export const exportPath = (table: string): string => addressOf(TABLE, { params: { table } });

/** Changes to tables; what rests on them is asked again. */
export function useReferenceActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['reference', 'dictionaries', 'figures', 'freshness'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  const then = async (outcome: Promise<Outcome>): Promise<Outcome> => {
    const made = await outcome;
    if (!made.dryRun) await refresh();
    return made;
  };
  return {
    putRow: (table: string, key: string, cells: Cells) =>
      then(
        call<typeof PutReferenceRow>('PUT', '/api/v1/reference/:table/rows/:key', {
          params: { table, key },
          body: { cells },
        }),
      ),
    removeRow: (table: string, key: string) =>
      then(call<typeof DeleteReferenceRow>('DELETE', '/api/v1/reference/:table/rows/:key', { params: { table, key } })),
    takeFile: (table: string, file: File, mode: Mode, dryRun: boolean) =>
      then(
        call<typeof PostReference>('POST', TABLE, {
          params: { table },
          query: { mode, name: file.name, dryRun },
          body: file,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    restore: (table: string, version: number) =>
      then(
        call<typeof RestoreReference>('POST', '/api/v1/reference/:table/restore', {
          params: { table },
          body: { version },
        }),
      ),
  };
}
