/** What a page notes of itself; milliseconds since it began to load. */
export interface Probe {
  /** The latest largest contentful paint. */
  lcp: number;
  /** When a chart was first drawn on. */
  firstChart: number;
  /** The last painted change in a chart or a card of figures, and anywhere in the page's content. */
  charts: number;
  content: number;
  /** The last click. */
  clicked: number;
  /** Questions asked since that click, and those without an answer yet. */
  asked: number;
  open: number;
  failed: number;
}

declare global {
  // what the page keeps for us
  var tocsinProbe: Probe;
}

/**
 * Runs in the page before its own scripts. A change counts when the frame that shows it has been painted: a canvas that
 * is drawn on, or nodes and attributes that change, within `main`.
 */
export function installProbe(): void {
  const probe = { lcp: 0, firstChart: 0, charts: 0, content: 0, clicked: 0, asked: 0, open: 0, failed: 0 };
  globalThis.tocsinProbe = probe;
  const painted = (then: (at: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    });
  };
  const waiting = new Set<string>();
  const changed = (element: Element | null): void => {
    const what = element?.closest('main') ? (element.closest('[data-chart], [data-card]') ? 'charts' : 'content') : '';
    if (what === '' || waiting.has(what)) return;
    waiting.add(what);
    painted((at) => {
      waiting.delete(what);
      probe.content = at;
      if (what === 'charts') probe.charts = at;
    });
  };

  new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (probe.lcp = startTime))).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  new MutationObserver((records) => {
    for (const { target } of records) changed(target instanceof Element ? target : target.parentElement);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  for (const name of ['fill', 'stroke'] as const) {
    const draw = CanvasRenderingContext2D.prototype[name] as (...given: unknown[]) => void;
    CanvasRenderingContext2D.prototype[name] = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
      if (this.canvas.isConnected) {
        changed(this.canvas);
        if (probe.firstChart === 0) painted((at) => (probe.firstChart ||= at));
      }
      draw.apply(this, given);
    };
  }
}

/** The same for clicks and questions. */
export function installClickProbe(): void {
  const probe = globalThis.tocsinProbe;
  const { fetch } = globalThis;
  globalThis.fetch = async (...given) => {
    probe.asked += 1;
    probe.open += 1;
    try {
      const answer = await fetch(...given);
      if (!answer.ok) probe.failed += 1;
      return answer;
    } finally {
      probe.open -= 1;
    }
  };
  addEventListener('click', ({ timeStamp }) => Object.assign(probe, { clicked: timeStamp, asked: 0, failed: 0 }), true);
}
