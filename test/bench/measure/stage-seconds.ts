import type { ServerProcess } from './server-process.ts';

/** Seconds that some stages of the pipeline have taken so far, by the server's own count. */
export async function stageSeconds(server: ServerProcess, stages: readonly string[]): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`, { headers: { ...server.headers } })).text();
  const sums = [...text.matchAll(/^tocsin_stage_seconds_sum\{stage="([^"]+)"\} (\S+)$/gm)];
  return sums.reduce((sum, [, stage = '', seconds]) => sum + (stages.includes(stage) ? Number(seconds) : 0), 0);
}
