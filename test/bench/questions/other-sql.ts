import type { Period } from '@tocsin/warehouse';

// The overview's questions in the SQL that PostgreSQL and DuckDB share, on the plain tables `cases` and `exposure`.

const COMPLAINT = "kind = 'complaint'";

const RECEIVED = [
  `count(*) FILTER (WHERE ${COMPLAINT}) AS complaints`,
  "count(*) FILTER (WHERE kind = 'chaser') AS chasers",
  `count(*) FILTER (WHERE ${COMPLAINT} AND is_repeat) AS repeats`,
  `count(*) FILTER (WHERE ${COMPLAINT} AND is_escalated) AS escalated`,
  `count(*) FILTER (WHERE ${COMPLAINT} AND status = 'withdrawn') AS withdrawn`,
].join(', ');
const DUE = 'count(*) AS due, count(*) FILTER (WHERE closed_on <= due_on) AS closed_in_time';

const CLOSED = 'count(*) AS closed, coalesce(sum(greatest(0, closed_on - day)), 0) AS handling_days';

const within = (column: string, { from, until }: Period): string => `${column} >= '${from}' AND ${column} < '${until}'`;
const complaintsIn = (period: Period): string => `count(*) FILTER (WHERE ${within('day', period)}) AS `;

/** `where` holds further conditions, each beginning with AND. */
export const totalsSql = (periods: readonly Period[], where: string): string =>
  periods
    .map(
      (period, index) =>
        `SELECT ${index} AS period, r.*, d.*, c.* FROM (SELECT ${RECEIVED} FROM cases WHERE ${within('day', period)}${where}) r, ` +
        `(SELECT ${DUE} FROM cases WHERE ${COMPLAINT} AND ${within('due_on', period)}${where}) d, ` +
        `(SELECT ${CLOSED} FROM cases WHERE ${COMPLAINT} AND ${within('closed_on', period)}${where}) c`,
    )
    .join(' UNION ALL ');

const bucket = (grain: string, column: string): string => `CAST(date_trunc('${grain}', ${column}) AS date)`;

/** The same sums by month; `period` counts the months from the first of `within`. */
export const monthSumsSql = (all: Period, where: string): string => {
  const month = (column: string): string => bucket('month', column);
  const [year, first] = all.from.split('-').map(Number);
  const number = `CAST((date_part('year', "at") - ${year}) * 12 + date_part('month', "at") - ${first} AS integer)`;
  return (
    `SELECT ${number} AS period, * FROM (SELECT ${month('day')} AS "at", ${RECEIVED} FROM cases WHERE ${within('day', all)}${where} GROUP BY 1) r ` +
    `FULL JOIN (SELECT ${month('due_on')} AS "at", ${DUE} FROM cases WHERE ${COMPLAINT} AND ${within('due_on', all)}${where} GROUP BY 1) d USING ("at") ` +
    `FULL JOIN (SELECT ${month('closed_on')} AS "at", ${CLOSED} FROM cases WHERE ${COMPLAINT} AND ${within('closed_on', all)}${where} GROUP BY 1) c USING ("at") ORDER BY 1`
  );
};

/** Both published rates, each over the exposure of its own. */
export const ratesSql = (periods: readonly Period[]): string =>
  periods
    .map((period, index) => {
      const cases = `(SELECT count(*) FROM cases WHERE ${COMPLAINT} AND source = 'regulator' AND ${within('day', period)})`;
      const exposure = (figure: string) => `(SELECT sum(${figure}) FROM exposure WHERE ${within('month', period)})`;
      return `SELECT ${index} AS period, ${cases} * 1e8 / ${exposure('premium')} AS premium, ${cases} * 1e4 / ${exposure('policies')} AS policies`;
    })
    .join(' UNION ALL ');

export const timelinessSql = (asOf: string): string => {
  const open = `FROM cases WHERE ${COMPLAINT} AND due_on IS NOT NULL AND closed_on IS NULL AND status NOT IN ('closed', 'withdrawn')`;
  const last = `CAST('${asOf}' AS date) + 5`;
  return `SELECT (SELECT count(*) ${open} AND due_on < '${asOf}') AS overdue, (SELECT count(*) ${open} AND due_on >= '${asOf}' AND due_on <= ${last}) AS "nearDue"`;
};

export const seriesSql = (grain: string, period: Period, where: string, split = "''"): string =>
  `SELECT ${bucket(grain, 'day')} AS "at", ${split} AS split, count(*) AS value FROM cases WHERE ${COMPLAINT} AND ${within('day', period)}${where} GROUP BY 1, 2`;

export const breakdownSql = (
  by: string,
  period: Period,
  yearBefore: Period,
  periodBefore: Period,
  where: string,
): string => {
  const all = [period, yearBefore, periodBefore].map((p) => `(${within('day', p)})`).join(' OR ');
  return (
    `SELECT ${by} AS code, ${complaintsIn(period)} value, ${complaintsIn(yearBefore)} "yearBefore", ${complaintsIn(periodBefore)} "periodBefore" ` +
    `FROM cases WHERE ${COMPLAINT} AND (${all})${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`
  );
};
