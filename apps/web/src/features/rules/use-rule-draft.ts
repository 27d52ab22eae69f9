import type { PreviewRule, RuleDraftInput, RuleGrain } from '@tocsin/contracts';
import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { call } from '../../api/request.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { draftOf, freeId, type RuleForm } from './rule-form.ts';
import { suggestedName, useRuleWords } from './use-rule-words.ts';
import { checkDraft } from './use-rules.ts';

/** How far back a draft is tried, in buckets. */
const PERIODS: Readonly<Record<RuleGrain, number>> = { day: 120, week: 52, month: 24, quarter: 8 };
/** Long enough that nobody who types sets off a trial with every letter. */
const STILL_MS = 600;

/** The draft behind a form, what is wrong with it, and what it would have done; both are asked when typing stops. */
export function useRuleDraft(form: RuleForm, taken: () => readonly string[], mayChange: () => boolean) {
  const words = useRuleWords();
  const suggested = computed(() => ({
    label: suggestedName(form, words.slice(form), words.methodOf(form.method)?.label),
    id: freeId(form, taken()),
  }));
  const draft = computed<RuleDraftInput>(() =>
    draftOf({
      ...form,
      id: form.id || suggested.value.id,
      label: form.label.zh || form.label.en ? form.label : suggested.value.label,
    }),
  );
  const text = computed(() => JSON.stringify(draft.value));
  const settled = useDebounced(() => text.value, STILL_MS);
  const periods = computed(() => PERIODS[form.grain]);
  const trial = useQuery({
    queryKey: computed(() => ['preview', settled.value]),
    queryFn: async ({ signal }) => {
      const rule = JSON.parse(settled.value) as RuleDraftInput;
      const faults = await checkDraft(rule, signal);
      if (faults.length > 0) return { faults, reply: undefined };
      const body = { rule, periods: PERIODS[('grain' in rule && rule.grain) || 'week'], series: 12 };
      return { faults, reply: await call<typeof PreviewRule>('POST', '/api/v1/rules/preview', { body, signal }) };
    },
    enabled: mayChange,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const faults = computed(() => trial.data.value?.faults ?? []);
  /** Whether what is shown belongs to what stands in the form. */
  const isCurrent = computed(() => settled.value === text.value && !trial.isFetching.value);
  return { draft, suggested, faults, trial, periods, isCurrent };
}

export type RuleTrial = ReturnType<typeof useRuleDraft>;
