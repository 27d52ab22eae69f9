/** How a detector did: false alarms by group, outbreaks found by group. */
export interface Score {
  /** Judged points outside outbreaks, and alarms among them, by scenario. */
  readonly quiet: Map<string, { points: number; alarms: number }>;
  /** Outbreaks, and those with an alarm on one of their points, by size. */
  readonly outbreaks: Map<string, { all: number; found: number }>;
}

export const emptyScore = (): Score => ({ quiet: new Map(), outbreaks: new Map() });

export function addQuiet({ quiet }: Score, group: string, isAlarm: boolean): void {
  const one = quiet.get(group) ?? { points: 0, alarms: 0 };
  quiet.set(group, { points: one.points + 1, alarms: one.alarms + Number(isAlarm) });
}

export function addOutbreak({ outbreaks }: Score, group: string, isFound: boolean): void {
  const one = outbreaks.get(group) ?? { all: 0, found: 0 };
  outbreaks.set(group, { all: one.all + 1, found: one.found + Number(isFound) });
}

/** Alarms ÷ points over all groups whose name passes. */
export function falseRate({ quiet }: Score, passes: (group: string) => boolean = () => true): number {
  let [points, alarms] = [0, 0];
  for (const [group, one] of quiet) {
    if (!passes(group)) continue;
    points += one.points;
    alarms += one.alarms;
  }
  return alarms / points;
}

/** The group with the highest rate of false alarms. */
export function worstGroup({ quiet }: Score): { group: string; rate: number } {
  const rates = [...quiet].map(([group, { points, alarms }]) => ({ group, rate: alarms / points }));
  return rates.reduce((worst, one) => (one.rate > worst.rate ? one : worst));
}

/** Found ÷ all outbreaks over all groups whose name passes. */
export function foundRate({ outbreaks }: Score, passes: (group: string) => boolean = () => true): number {
  let [all, found] = [0, 0];
  for (const [group, one] of outbreaks) {
    if (!passes(group)) continue;
    all += one.all;
    found += one.found;
  }
  return found / all;
}
