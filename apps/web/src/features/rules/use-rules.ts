import type {
  CheckRules,
  DeleteRule,
  GetRule,
  ListDetectors,
  ListRules,
  ListRuleVersions,
  PutRule,
  RuleDraftInput,
  RuleSummary,
  SwitchRule,
} from '@tocsin/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { call } from '../../api/request.ts';

export const useRules = () =>
  useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => call<typeof ListRules>('GET', '/api/v1/rules', { signal }),
  });

/** Every way to watch. It changes with the server's version alone. */
export const useDetectors = () =>
  useQuery({
    queryKey: ['detectors'],
    queryFn: ({ signal }) => call<typeof ListDetectors>('GET', '/api/v1/detectors', { signal }),
    staleTime: Infinity,
  });

/** One rule as it is now; nothing is asked for a rule that is not yet kept. */
export const useRule = (id: MaybeRefOrGetter<string>, isNew: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: computed(() => ['rules', toValue(id)]),
    queryFn: ({ signal }) => call<typeof GetRule>('GET', '/api/v1/rules/:id', { params: { id: toValue(id) }, signal }),
    enabled: () => !toValue(isNew),
    // what somebody is changing must not be changed under their hands
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useRuleVersions = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['rules', toValue(id), 'versions']),
    queryFn: ({ signal }) =>
      call<typeof ListRuleVersions>('GET', '/api/v1/rules/:id/versions', { params: { id: toValue(id) }, signal }),
  });

/** What the contract's schemas say of a draft, in both languages. JSON is YAML, so the draft goes as it is. */
export const checkDraft = async (draft: RuleDraftInput, signal?: AbortSignal) =>
  (await call<typeof CheckRules>('POST', '/api/v1/rules.yaml', { body: { text: JSON.stringify(draft) }, signal }))
    .faults;

/** Keeps, switches and removes rules. `version` is the one that was seen: another one since is refused. */
export function useRuleActions() {
  const client = useQueryClient();
  const told = async (work: Promise<RuleSummary>): Promise<RuleSummary> => {
    const kept = await work;
    await client.invalidateQueries({ queryKey: ['rules'] });
    return kept;
  };
  return {
    keep: (rule: RuleDraftInput, version: number) =>
      told(
        call<typeof PutRule>('PUT', '/api/v1/rules/:id', {
          params: { id: rule.id },
          body: { rule, expectedVersion: version },
        }),
      ),
    turn: (id: string, enabled: boolean, version: number) =>
      told(
        call<typeof SwitchRule>('PUT', '/api/v1/rules/:id/enabled', {
          params: { id },
          body: { enabled, expectedVersion: version },
        }),
      ),
    remove: (id: string, version: number) =>
      told(
        call<typeof DeleteRule>('DELETE', '/api/v1/rules/:id', { params: { id }, query: { expectedVersion: version } }),
      ),
  };
}
