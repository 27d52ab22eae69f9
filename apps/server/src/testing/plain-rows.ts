/** A complaint in the few fields that figures are made of; absent ones are empty. */
export interface PlainRow {
  readonly complaint_id: string;
  /** Day received. */
  readonly day: string;
  readonly source: 'regulator' | 'self';
  readonly region: string;
  readonly organisation: string;
  readonly line: string;
  readonly kind?: 'complaint' | 'chaser';
  /** Day closed. */
  readonly closed?: string;
  readonly due_on?: string;
}

const HEADER = 'complaint_id,received_at,source,kind,linked_to,region,organisation,line,status,closed_at,due_on';

/** Canonical CSV of these rows; received at ten in the morning, closed at noon. */
export function canonicalCsv(rows: readonly PlainRow[]): string {
  const lines = rows.map(({ complaint_id, day, source, kind = 'complaint', closed, due_on = '', ...where }) => {
    const { region, organisation, line } = where;
    const linked = kind === 'chaser' ? 'c0' : '';
    const state = closed === undefined ? ['open', ''] : ['closed', `${closed} 12:00:00`];
    return [complaint_id, `${day} 10:00:00`, source, kind, linked, region, organisation, line, ...state, due_on].join(
      ',',
    );
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}
