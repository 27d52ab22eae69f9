import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

  it('is loaded as soon as the server is back with it, not for the same one nor for trouble', async () => {
    vi.useRealTimers();
    const answers = [
      { status: 200, file: 'index-1' },
      { status: 503, file: 'index-2' },
      { status: 200, file: 'index-2' },
    ];
    let asked = 0;
    const server = createServer((_, answer) => {
      const { status, file } = answers[asked++] ?? { status: 404, file: '' };
      answer.writeHead(status).end(`<script src="/assets/${file}.js"></script>`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { happyDOM } = window as unknown as { happyDOM: { setURL: (url: string) => void } };
    happyDOM.setURL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/wall`);
    document.body.innerHTML = '<a href="/assets/index-1.js"></a>';
    const askedAtReload: number[] = [];
    const isLost = ref(false);
    const { end } = inScope(() => useNewBuild(isLost, () => askedAtReload.push(asked)));
    for (const [index] of answers.entries()) {
      isLost.value = true;
      await nextTick();
      isLost.value = false;
      await vi.waitFor(() => expect(asked).toBe(index + 1));
    }
    await vi.waitFor(() => expect(askedAtReload).toEqual([3]));
    end();
    document.body.innerHTML = '';
    server.close();
  });

  it('stops being looked for when the page is left', async () => {
    const { end } = inScope(() => useNewBuild(ref(false), () => undefined));
    await nextTick();
    expect(vi.getTimerCount()).toBe(1);
    end();
    expect(vi.getTimerCount()).toBe(0);
  });
});
