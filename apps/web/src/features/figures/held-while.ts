import { type ComputedRef, computed } from 'vue';

/** A value that stays as it was while what it is made of is on its way, so that a picture is never half old. */
export const heldWhile = <Value>(isComing: () => boolean, value: () => Value): ComputedRef<Value> =>
  computed<Value>((before) => (before !== undefined && isComing() ? before : value()));
