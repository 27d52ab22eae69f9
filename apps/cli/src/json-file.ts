import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandFailure } from './command-failure.ts';

/** What a JSON file holds, of the shape that is asked for; `what` names that shape to the person whose file it is not. */
export function readJsonFile<T>(path: string, shape: z.ZodType<T>, what: string): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandFailure(`${path} cannot be read as JSON: ${(error as Error).message}`, 2);
  }
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new CommandFailure(`${path} is not ${what}: ${z.prettifyError(parsed.error)}`, 2);
}
