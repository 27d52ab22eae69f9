const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The day of a moment, in the zone in which the benches' companies count theirs. */
export const dayIn = (at: Date | number): string => format.format(at);
