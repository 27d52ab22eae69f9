import type { EvidencePoint } from '@tocsin/charts';
import type { VerdictKind } from '@tocsin/contracts';
import type { TableModel } from '../../ui/table-model.ts';

interface Words {
  readonly at: string;
  readonly observed: string;
  readonly expected: string;
  readonly upper: string;
  readonly unfinished: string;
  readonly noData: string;
}

/** A figure that the observed one is made of, as a column of its own. */
interface TablePart {
  readonly key: string;
  readonly label: string;
  readonly valueAt: (at: string) => number | null;
}

/** What the detector saw and said, bucket by bucket, newest first. */
export function evidenceTable(
  points: readonly EvidencePoint[],
  words: Words,
  number: (value: number | null) => string,
  bucket: (at: string) => string,
  verdict: (kind: VerdictKind) => string,
  parts: readonly TablePart[] = [],
): TableModel {
  const cell = (raw: number | null) => ({ text: number(raw), raw, note: raw === null ? words.noData : undefined });
  return {
    columns: [
      { key: 'at', label: words.at },
      { key: 'observed', label: words.observed, figure: true },
      { key: 'expected', label: words.expected, figure: true },
      { key: 'upper', label: words.upper, figure: true },
      ...parts.map(({ key, label }) => ({ key, label, figure: true })),
      { key: 'verdict', label: '' },
    ],
    rows: points.toReversed().map((point) => ({
      at: { text: point.complete ? bucket(point.at) : `${bucket(point.at)} (${words.unfinished})`, raw: point.at },
      observed: cell(point.observed),
      expected: cell(point.expected),
      upper: cell(point.upper),
      ...Object.fromEntries(parts.map(({ key, valueAt }) => [key, cell(valueAt(point.at))])),
      verdict: { text: verdict(point.verdict), raw: point.verdict },
    })),
  };
}
