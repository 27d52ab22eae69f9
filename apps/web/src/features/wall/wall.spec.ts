import { effectScope, nextTick, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCENE_MS, useScenes } from './use-scenes.ts';
import { filesNamed, useNewBuild } from './use-new-build.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function inScope<Made>(make: () => Made) {
  const scope = effectScope();
  const made = scope.run(make) as Made;
  return { made, end: () => scope.stop() };
}

describe('the scenes', () => {
  it('turn every half minute, all round, until one is held', () => {
    const { made, end } = inScope(useScenes);
    const seen = Array.from({ length: 4 }, () => {
      vi.advanceTimersByTime(SCENE_MS);
      return made.scene.value;
    });
    expect(seen).toEqual(['regions', 'warnings', 'national', 'regions']);
    made.hold();
    vi.advanceTimersByTime(10 * SCENE_MS);
    expect(made.scene.value).toBe('regions');
    made.hold();
    vi.advanceTimersByTime(SCENE_MS);
    expect(made.scene.value).toBe('warnings');
    end();
  });

  it('keep one timer however often they are turned, and none once the page is left', () => {
    const { made, end } = inScope(useScenes);
    for (let turn = 0; turn < 50; turn += 1) made.go(1);
    expect(vi.getTimerCount()).toBe(1);
    end();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a new build', () => {
  it('is told by the names of its files', () => {
    const page = '<script type="module" src="/assets/index-B.js"></script><link href="/assets/index-A.css">';
    expect(filesNamed(page)).toBe('/assets/index-A.css /assets/index-B.js');
    expect(filesNamed('<p>Not a page of ours</p>')).toBe('');
  });

  it('stops being looked for when the page is left', async () => {
    const { end } = inScope(() => useNewBuild(ref(false), () => undefined));
    await nextTick();
    expect(vi.getTimerCount()).toBe(1);
    end();
    expect(vi.getTimerCount()).toBe(0);
  });
});
