import type { FollowImport } from '@tocsin/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, onScopeDispose, shallowRef, toValue, watch } from 'vue';
import { addressOf } from '../../api/request.ts';
import type { Progress } from './batch.ts';

const PATH: (typeof FollowImport)['path'] = '/api/v1/imports/:id/progress';

/**
 * Follows an import while it is under way: how far it is, as the server tells it. When it is over the lists and
 * figures are asked again. Where no events come through, the lists' own polling still shows the state.
 */
export function useImportProgress(id: MaybeRefOrGetter<string>, isWanted: MaybeRefOrGetter<boolean>) {
  const client = useQueryClient();
  const progress = shallowRef<Progress>();
  let source: EventSource | undefined;
  const close = () => {
    source?.close();
    source = undefined;
  };
  const hear = ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as Progress;
    progress.value = told;
    client.setQueryData(['import', told.import.id], told.import);
    if (told.stage !== 'over') return;
    close();
    for (const key of ['imports', 'import', 'figures', 'freshness']) void client.invalidateQueries({ queryKey: [key] });
  };
  watch(
    () => (toValue(isWanted) ? toValue(id) : ''),
    (wanted) => {
      close();
      if (wanted === '') return;
      source = new EventSource(addressOf(PATH, { params: { id: wanted } }));
      source.addEventListener('progress', hear);
    },
    { immediate: true },
  );
  onScopeDispose(close);
  return progress;
}
