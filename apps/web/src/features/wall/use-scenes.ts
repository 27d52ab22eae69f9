import { onScopeDispose, ref } from 'vue';

export const scenes = ['national', 'regions', 'warnings'] as const;
export type Scene = (typeof scenes)[number];

/** How long a scene stands. */
export const SCENE_MS = 30_000;

/** The wall's scenes, each for half a minute, until somebody holds one. One timer at a time, none after the page is left. */
export function useScenes() {
  const scene = ref<Scene>('national');
  const isHeld = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = () => {
    clearTimeout(timer);
    if (!isHeld.value) timer = setTimeout(() => go(1), SCENE_MS);
  };
  function go(step: number) {
    const at = scenes.indexOf(scene.value);
    scene.value = scenes[(at + step + scenes.length) % scenes.length] ?? 'national';
    wait();
  }
  const show = (wanted: Scene) => {
    scene.value = wanted;
    wait();
  };
  const hold = () => {
    isHeld.value = !isHeld.value;
    wait();
  };
  wait();
  onScopeDispose(() => clearTimeout(timer));
  return { scene, isHeld, go, show, hold };
}
