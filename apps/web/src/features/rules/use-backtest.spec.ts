import { VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createI18n } from 'vue-i18n';
import en from '../../i18n/messages/en/index.ts';
import rules from '../../i18n/messages/en/rules/index.ts';
import { createQueryClient } from '../../api/query-client.ts';
import { useBacktest } from './use-backtest.ts';

/** The line to a server that answers so, one after another; the last again and again. */
function answering(...answers: readonly (readonly [status: number, body: object])[]) {
  let asked = 0;
  const answer = vi.fn(async () => {
    const [status, body] = answers[Math.min(asked, answers.length - 1)] ?? [500, {}];
    asked += 1;
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  vi.stubGlobal('fetch', answer);
  return answer;
}

function started() {
  const found: { backtest?: ReturnType<typeof useBacktest> } = {};
  const Asking = defineComponent({
    setup() {
      found.backtest = useBacktest();
      return () => h('p');
    },
  });
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: { ...en, ...rules } } });
  const queryClient = createQueryClient(() => undefined);
  mount(Asking, { global: { plugins: [i18n, [VueQueryPlugin, { queryClient }]] } });
  if (found.backtest === undefined) throw new Error('nothing was set up');
  return found.backtest;
}

const running = { id: 'b1', state: 'running', progress: 0.4, outcomes: [], error: null };
const gone = { title: { zh: '没有找到', en: 'Not found' }, code: 'not-found', status: 404, type: '' };
const ask = { rules: [], from: '2026-01-01', until: '2026-07-01', alternatives: [] } as never;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a back-test', () => {
  it('that the server does not have any more is neither waiting nor running: it is asked for no longer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const line = answering([201, running], [200, running], [404, gone]);
    const { start, test, isGoing, trouble } = started();
    await start(ask);
    await vi.waitFor(() => expect(test.value?.state).toBe('running'));
    expect(isGoing.value).toBe(true);
    await vi.advanceTimersByTimeAsync(1600);
    await vi.waitFor(() => expect(trouble.value).toBe(rules.rules.backtest.gone));
    expect([test.value, isGoing.value]).toEqual([undefined, false]);
    const asked = line.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(line.mock.calls.length).toBe(asked);
  });

  it('that is refused tells the server’s reason', async () => {
    answering([422, { ...gone, title: { zh: '期间为空', en: 'The period is empty.' }, status: 422 }]);
    const { start, test, trouble } = started();
    await start(ask);
    await flushPromises();
    expect([test.value, trouble.value]).toEqual([undefined, 'The period is empty.']);
  });
});
