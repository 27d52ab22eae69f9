import type { Backtest, BacktestInput, CancelBacktest, CreateBacktest, GetBacktest } from '@tocsin/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/request.ts';
import { useTrouble } from '../../i18n/use-trouble.ts';

const ASK_MS = 1500;
const isGoing = (test: Backtest | undefined) => test?.state === 'queued' || test?.state === 'running';

/** The server knows no such back-test (any more): it will never be done, however long anybody waits. */
const isMissing = (error: Error | null) => error instanceof ApiError && error.kind === 'missing';

/** One back-test at a time: starts it, follows it until it is over or gone, stops it. */
export function useBacktest() {
  const { t } = useI18n();
  const explain = useTrouble();
  const id = ref('');
  const refused = ref('');
  const query = useQuery({
    queryKey: computed(() => ['backtest', id.value]),
    queryFn: ({ signal }) =>
      call<typeof GetBacktest>('GET', '/api/v1/backtests/:id', { params: { id: id.value }, signal }),
    enabled: () => id.value !== '',
    refetchInterval: ({ state }) => (isGoing(state.data) && !isMissing(state.error) ? ASK_MS : false),
  });
  async function start(body: BacktestInput) {
    refused.value = '';
    try {
      id.value = (await call<typeof CreateBacktest>('POST', '/api/v1/backtests', { body })).id;
    } catch (error) {
      refused.value = explain(error);
    }
  }
  async function cancel() {
    await call<typeof CancelBacktest>('POST', '/api/v1/backtests/:id/cancel', { params: { id: id.value } });
    await query.refetch();
  }
  const isGone = computed(() => id.value !== '' && isMissing(query.error.value));
  const test = computed(() => (id.value === '' || isGone.value ? undefined : query.data.value));
  const trouble = computed(() => {
    if (refused.value) return refused.value;
    if (isGone.value) return t('rules.backtest.gone');
    return query.error.value ? explain(query.error.value) : '';
  });
  return { test, isGoing: computed(() => isGoing(test.value)), trouble, start, cancel };
}
