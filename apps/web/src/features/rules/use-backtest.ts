import type { Backtest, BacktestInput, CancelBacktest, CreateBacktest, GetBacktest } from '@tocsin/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, ref } from 'vue';
import { call } from '../../api/request.ts';
import { useTrouble } from '../../i18n/use-trouble.ts';

const ASK_MS = 1500;
const isGoing = (test: Backtest | undefined) => test?.state === 'queued' || test?.state === 'running';

/** One back-test at a time: starts it, follows it until it is over, stops it. */
export function useBacktest() {
  const explain = useTrouble();
  const id = ref('');
  const refused = ref('');
  const query = useQuery({
    queryKey: computed(() => ['backtest', id.value]),
    queryFn: ({ signal }) =>
      call<typeof GetBacktest>('GET', '/api/v1/backtests/:id', { params: { id: id.value }, signal }),
    enabled: () => id.value !== '',
    refetchInterval: ({ state }) => (isGoing(state.data) ? ASK_MS : false),
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
  const test = computed(() => (id.value === '' ? undefined : query.data.value));
  const trouble = computed(() => refused.value || (query.error.value ? explain(query.error.value) : ''));
  return { test, isGoing: computed(() => isGoing(test.value)), trouble, start, cancel };
}
