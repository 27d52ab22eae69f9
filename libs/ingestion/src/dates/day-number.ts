/** Days since 1970-01-01 of a Gregorian date. Source: Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const names = new Map<number, string>();

/** `YYYY-MM-DD` of a day number between the years 0 and 9999. Remembers what it made: data have few distinct days. */
export function dayName(number: number): string {
  let name = names.get(number);
  if (name === undefined) {
    name = new Date(number * 86_400_000).toISOString().slice(0, 10);
    if (names.size > 100_000) names.clear();
    names.set(number, name);
  }
  return name;
}
