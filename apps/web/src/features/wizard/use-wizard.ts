import type { CreateImport, Layout } from '@tocsin/contracts';
import { useQueryClient } from '@tanstack/vue-query';
import { computed, shallowRef } from 'vue';
import { call } from '../../api/request.ts';
import { useProfileActions } from '../profiles/use-profiles.ts';
import { type Draft, isOurs } from './draft.ts';
import { draftProblems } from './draft-problems.ts';
import { forgetDraft } from './kept-draft.ts';
import { useDebounced } from '../../ui/use-debounced.ts';
import { useInspection, usePreview } from './use-inspection.ts';
import { useProfileDraft } from './use-profile-draft.ts';

const STILL_MS = 400;

/**
 * Everything between a whole upload and its import: how the file is laid out, the draft of its profile, what the draft
 * would do to the first rows, what is still to be settled.
 */
export function useWizard(upload: string, fileName: string) {
  const client = useQueryClient();
  /** The parts of the layout that a person chose otherwise. */
  const layout = shallowRef<Partial<Layout>>({});
  const inspection = useInspection(upload, layout);
  /** Only an answer to the present layout says anything about the columns. */
  const current = computed(() => (inspection.isPlaceholderData.value ? undefined : inspection.data.value));
  const { draft, stored, ...chosen } = useProfileDraft(upload, fileName, current);
  const { save } = useProfileActions();
  const settled = useDebounced(() => draft.value, STILL_MS);
  const preview = usePreview(upload, settled, layout);
  const columns = computed(() => (inspection.data.value?.columns ?? []).filter(({ name }) => !isOurs(name)));
  const problems = computed(() => (draft.value ? draftProblems(draft.value, columns.value) : []));
  const isChanged = computed(
    () => Object.keys(layout.value).length > 0 || JSON.stringify(draft.value) !== JSON.stringify(stored.value),
  );

  /** Keeps the draft as a version where it says anything new, and has the file imported by it, or only tried. */
  async function send(named: Pick<Draft, 'name' | 'label'>, dryRun: boolean) {
    if (!draft.value) throw new Error('There is no draft yet.');
    const profile = { ...draft.value, ...named, layout: { ...draft.value.layout, ...layout.value } };
    if (isChanged.value) await save(profile);
    const batch = await call<typeof CreateImport>('POST', '/api/v1/imports', {
      query: { upload, profile: profile.name, name: fileName, dryRun },
    });
    if (!dryRun) forgetDraft(upload);
    await client.invalidateQueries({ queryKey: ['imports'] });
    return batch;
  }

  return { layout, inspection, draft, stored, ...chosen, preview, columns, problems, isChanged, send };
}
export type Wizard = ReturnType<typeof useWizard>;
