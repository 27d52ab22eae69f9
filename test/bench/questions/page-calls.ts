import type { PageCall } from '../measure/overview-page.ts';

/** How a call is named in a report: its endpoint, and what tells its kinds apart. */
export function nameOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here');
  const by = ['by', 'split'].flatMap((key) => searchParams.get(key) ?? []);
  return [pathname.replace('/api/v1/', ''), ...by].join(' ');
}

/** Questions of figures that are worked out anew each time; `changes` is kept by the server and would measure that. */
const FIGURES = /^\/api\/v1\/(indicators|series|breakdown|expectation|excess)\?/;
export const isFigures = ({ path }: PageCall): boolean => FIGURES.test(path);

/**
 * Leaves out a kind of complainant that nobody is: the same answer, but no cube knows that dimension. With another `time` it is
 * a question that was never asked before, so that no answer is kept.
 */
export const fromComplaints = (path: string, time: number): string =>
  `${path}&complainant_kind=${encodeURIComponent(`!bench-nobody-${time}`)}`;

const period = 'from=2026-10-01&until=2026-11-01&basis=company';
const six = 'region=370000,340000&line=property.motor&sales_channel=internet,agent&link=claim&status=!x';

/** What no cube can answer, by name; to be asked through `fromComplaints`. */
export const outsideCubes: Readonly<Record<string, readonly string[]>> = {
  'six dimensions at once': [
    `/api/v1/series?${period}&${six}&by=day`,
    `/api/v1/breakdown?${period}&${six}&by=reason&level=2`,
    `/api/v1/heat-map?${period}&${six}&by=reason&across=organisation&acrossLevel=2`,
  ],
  'full text of cases': ['退保', '代理退保', '理赔 拖延', '误导'].map(
    (text) => `/api/v1/cases?${period}&q=${encodeURIComponent(text)}`,
  ),
  timeliness: [
    `/api/v1/timeliness?${period}`,
    `/api/v1/timeliness?${period}&region=370000`,
    `/api/v1/timeliness?${period}&line=property.motor`,
  ],
};
