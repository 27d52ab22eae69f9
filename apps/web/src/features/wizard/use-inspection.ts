import type { InspectUpload, Layout, PreviewUpload } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, computed, toValue } from 'vue';
import { call } from '../../api/request.ts';
import type { Draft } from './draft.ts';

const never = { staleTime: Infinity, retry: 1, placeholderData: keepPreviousData } as const;

/** What was understood of an uploaded file, with the parts of its layout that a person overrides. */
export const useInspection = (upload: MaybeRefOrGetter<string>, layout: MaybeRefOrGetter<Partial<Layout>>) =>
  useQuery({
    queryKey: computed(() => ['inspection', toValue(upload), toValue(layout)]),
    queryFn: ({ signal }) =>
      call<typeof InspectUpload>('POST', '/api/v1/uploads/:id/inspect', {
        signal,
        params: { id: toValue(upload) },
        body: { layout: toValue(layout) },
      }),
    enabled: computed(() => toValue(upload) !== ''),
    ...never,
  });

/** What would become of the file's first rows under a draft. */
export const usePreview = (
  upload: MaybeRefOrGetter<string>,
  draft: MaybeRefOrGetter<Draft | undefined>,
  layout: MaybeRefOrGetter<Partial<Layout>>,
) =>
  useQuery({
    queryKey: computed(() => ['preview', toValue(upload), toValue(layout), toValue(draft)]),
    queryFn: ({ signal }) =>
      call<typeof PreviewUpload>('POST', '/api/v1/uploads/:id/preview', {
        signal,
        params: { id: toValue(upload) },
        body: { profile: toValue(draft), layout: toValue(layout), rows: 20 },
      }),
    enabled: computed(() => toValue(upload) !== '' && toValue(draft) !== undefined),
    ...never,
  });
