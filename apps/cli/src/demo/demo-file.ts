import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Stands in the demo's data directory once its data are complete; a demo that was broken off has none. */
const DemoFile = z.object({ seed: z.number(), rows: z.number(), from: z.string(), until: z.string() });
export type DemoFile = z.infer<typeof DemoFile>;

const pathIn = (dataDirectory: string) => join(dataDirectory, 'demo.json');

export function readDemoFile(dataDirectory: string): DemoFile | undefined {
  try {
    return DemoFile.parse(JSON.parse(readFileSync(pathIn(dataDirectory), 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeDemoFile(dataDirectory: string, demo: DemoFile): void {
  writeFileSync(pathIn(dataDirectory), `${JSON.stringify(demo)}\n`);
}
