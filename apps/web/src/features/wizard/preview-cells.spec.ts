import { expect, it } from 'vitest';
import { choose, emptyDraft } from './draft.ts';
import { previewCells } from './preview-cells.ts';

const column = (name: string) => ({ name, samples: [], filled: 1, suggestion: null });

it('a previewed row shows what a cell became, the cell itself where it differs, and which one is to blame', () => {
  const mapped = choose(choose(emptyDraft(), column('编号'), 'complaint_id'), column('日期'), 'received_at');
  const draft = { ...mapped, constants: { source: 'regulator' } };
  const reason = { code: 'impossible-date', field: 'received_at', sentence: { zh: '', en: '' } };
  const row = {
    row: 2,
    outcome: 'rejected' as const,
    cells: ['31/02/2026', 'T-1'],
    values: { complaint_id: 'T-1', source: 'regulator' },
    reasons: [reason],
  };
  expect(previewCells(draft, ['日期', '编号'], row)).toEqual([
    { field: 'complaint_id', value: 'T-1', source: '', isBlamed: false },
    { field: 'received_at', value: '', source: '31/02/2026', isBlamed: true },
    { field: 'source', value: 'regulator', source: '', isBlamed: false },
  ]);
});
