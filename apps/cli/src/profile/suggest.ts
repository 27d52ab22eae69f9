import { existsSync } from 'node:fs';
import { firstBlocks, openFile } from '@tocsin/files';
import { type InspectedTable, inspectBlocks, shippedProfiles } from '@tocsin/ingestion';
import { CommandFailure } from '../command-failure.ts';

const LOOKED_AT_BYTES = 3 * 2 ** 20;

/** What a file's columns seem to be, without a server: the profiles that ship are those it may fit. */
export async function suggestFor(path: string): Promise<InspectedTable> {
  const { loadConfig } = await import('@tocsin/server/config');
  if (!existsSync(path)) throw new CommandFailure(`${path} cannot be read: check the path.`, 2);
  const opened = await openFile(path);
  if ('refusal' in opened) throw new CommandFailure(opened.refusal.en);
  const { layout, columns } = opened;
  const blocks = await firstBlocks(opened, LOOKED_AT_BYTES);
  const now = Math.floor(Date.now() / 1000);
  const inspected = inspectBlocks({ layout, columns, blocks, timeZone: loadConfig().timeZone, now }, shippedProfiles);
  return { ...inspected, evidence: [...opened.evidence, ...inspected.evidence] };
}

/** For people: column by column, then what is left to decide. The profile itself is in `--json`. */
export function suggestionText({ columns, confidence, evidence, questions, fits, rowsSeen }: InspectedTable): string {
  const lines = columns.map(({ name, suggestion }) =>
    suggestion === null
      ? `  ${name}: left out`
      : `  ${name}: ${suggestion.field} (${suggestion.confidence}). ${suggestion.because.en}`,
  );
  return [
    ...evidence.map(({ en }) => en),
    `${rowsSeen} rows were looked at.`,
    ...lines,
    `Confidence ${confidence}.`,
    ...questions.map(({ sentence, choices }) =>
      `To decide: ${sentence.en} ${choices.slice(0, 12).join(', ')}`.trimEnd(),
    ),
    ...fits.slice(0, 3).map(({ profile, share }) => `The profile ${profile} takes ${Math.round(share * 100)} %.`),
    '',
  ].join('\n');
}
