import { type CheckRulesReply, RuleDraft } from '@tocsin/contracts';
import { type Document, LineCounter, isSeq, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { inBothLanguages } from './in-both-languages.ts';

type Fault = CheckRulesReply['faults'][number];

/** What a text holds: rules that can be used, and what is wrong with the others. */
export interface ParsedRules {
  readonly drafts: readonly RuleDraft[];
  readonly faults: readonly Fault[];
}

type Path = readonly (string | number)[];

/** One rule of the text: its plain value, and the line of each of its fields. */
interface Written {
  readonly value: unknown;
  lineOf(path: Path): number | null;
}

/** Reads YAML: one rule, several documents, or lists of rules. Never throws: what cannot be read is a fault. */
export function parseRules(text: string): ParsedRules {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const unreadable = documents
    .flatMap((document) => document.errors)
    .map((error) => ({
      ...{ rule: 0, id: '', path: '', line: error.linePos?.[0].line ?? null },
      message: {
        zh: `不是有效的 YAML，请检查缩进、冒号和引号（${firstLine(error.message)}）。`,
        en: `This is no YAML: check indentation, colons and quotes (${firstLine(error.message)}).`,
      },
    }));
  if (unreadable.length > 0) return { drafts: [], faults: unreadable };
  const written = documents.flatMap((document) => rulesOf(document, lines));
  if (written.length === 0) return { drafts: [], faults: [nothing] };
  return checked(written);
}

function rulesOf(document: Document, lines: LineCounter): Written[] {
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return [];
  const at = (base: Path) => (path: Path) => lineAt(document, [...base, ...path], lines);
  if (!isSeq(document.contents) || !Array.isArray(value)) return [{ value, lineOf: at([]) }];
  return value.map((one: unknown, i) => ({ value: one, lineOf: at([i]) }));
}

/** The line of the nearest thing that stands in the text: a missing field has none of its own. */
function lineAt(document: Document, path: Path, lines: LineCounter): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range !== undefined) return lines.linePos(range[0]).line;
  }
  return null;
}

function checked(written: readonly Written[]): ParsedRules {
  const drafts: RuleDraft[] = [];
  const faults: Fault[] = [];
  written.forEach(({ value, lineOf }, i) => {
    const id = idOf(value);
    const fault = (path: Path, message: Fault['message']) =>
      faults.push({ rule: i + 1, id, path: path.join('.'), line: lineOf(path), message });
    const found = RuleDraft.safeParse(value);
    if (!found.success) {
      for (const issue of found.error.issues) fault(pathOf(issue), inBothLanguages(RuleDraft, value, issue));
    } else if (drafts.some((draft) => draft.id === id)) {
      fault(['id'], {
        zh: `编号 ${id} 在文件中出现了两次：请删去一条，或改用另一个编号。`,
        en: `The id ${id} is there twice: take one away, or give it another id.`,
      });
    } else drafts.push(found.data);
  });
  return { drafts, faults };
}

/** A field that should not be there is pointed at, not the thing that holds it. */
function pathOf(issue: z.core.$ZodIssue): Path {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  return issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}

function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : '';
}

const firstLine = (message: string) => message.split('\n')[0]?.replace(/:$/, '') ?? '';

const nothing: Fault = {
  ...{ rule: 0, id: '', path: '', line: null },
  message: { zh: '文件中没有规则：至少写一条。', en: 'There is no rule in the text: write at least one.' },
};
