import { type Ref, onScopeDispose, shallowRef, watch } from 'vue';

/** The value as it was when it last stood still for so long; the first value counts at once. */
export function useDebounced<Value>(source: () => Value, ms: number): Readonly<Ref<Value>> {
  const settled = shallowRef(source());
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (next) => {
    clearTimeout(timer);
    timer = setTimeout(() => (settled.value = next), ms);
  });
  onScopeDispose(() => clearTimeout(timer));
  return settled;
}
