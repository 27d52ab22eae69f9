import type { Inspection } from '@tocsin/contracts';
import { type Ref, computed, ref, shallowRef, watch } from 'vue';
import { fetchProfile, useProfiles } from '../profiles/use-profiles.ts';
import { type Draft, emptyDraft, withSuggestions } from './draft.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { freeProfileName } from './profile-name.ts';

/**
 * The draft of a profile for an upload. It begins as the stored profile that fits the file wholly, else as what the file
 * itself proposes, and begins anew with each look at the file until a person has changed something by hand. What was
 * changed is there again after a reload.
 */
export function useProfileDraft(upload: string, fileName: string, inspection: Readonly<Ref<Inspection | undefined>>) {
  const profiles = useProfiles();
  const draft = shallowRef<Draft>();
  /** The stored profile the draft began as; undefined when it was proposed. */
  const stored = shallowRef<Draft>();
  const base = ref('');
  const wasTouched = ref(false);
  const taken = computed(() => (profiles.data.value?.profiles ?? []).map(({ name }) => name));

  async function begin(name: string, edited?: Draft): Promise<void> {
    base.value = name;
    const found = name === '' ? undefined : await fetchProfile(name);
    if (base.value !== name) return;
    stored.value = found;
    draft.value = edited ?? found ?? proposed(inspection.value, fileName, taken.value);
  }
  const choose = (name: string) => {
    wasTouched.value = false;
    forgetDraft(upload);
    return begin(name);
  };
  const edit = (next: Draft) => {
    wasTouched.value = true;
    draft.value = next;
    keepDraft(upload, { start: base.value, draft: next });
  };
  watch(
    () => (profiles.isFetched.value ? inspection.value : undefined),
    (found) => {
      if (!found || found.refusal || wasTouched.value) return;
      const kept = keptDraft(upload);
      wasTouched.value = kept !== undefined;
      const [best] = found.fits;
      void begin(kept?.start ?? (best?.share === 1 ? best.profile : ''), kept?.draft);
    },
    { immediate: true },
  );
  return { profiles, draft, stored, base, choose, edit };
}

function proposed(found: Inspection | undefined, fileName: string, taken: readonly string[]): Draft {
  const name = freeProfileName(fileName, taken);
  const label = fileName.replace(/\.[^.]+$/, '') || name;
  const draft = withSuggestions(found?.suggested ?? emptyDraft(), found?.columns ?? []);
  return { ...draft, name, label: { zh: label, en: label } };
}
