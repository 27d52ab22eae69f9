import type { GalleryMessages } from '../../zh-cn/gallery/index.ts';

const gallery: GalleryMessages = {
  gallery: {
    about:
      'Every chart of the product: when to use it, and what it looks like without data, in a period that still runs, while reports still come in, and with nothing to show. The figures are an invented company’s and the same on every visit.',
    drawnBy: 'Drawn by',
    nothing: 'Nothing to draw',
    keyboard: 'left and right walk over the periods',
    caption: 'A schematic: tiles show no boundaries',
    approval: 'Invented shapes of no place; a real map needs its approval number',
    leftOut: 'Not ranked, for want of a figure: {names}',
    states: {
      normal: { name: 'Normal', means: 'Whole periods, everything has come.' },
      gap: { name: 'Missing data', means: 'What nobody delivered is hatched or a gap, never a zero.' },
      unfinished: {
        name: 'Unfinished period',
        means: 'It still runs: hatched, reached by a grey dotted line, no fall.',
      },
      immature: {
        name: 'Still coming in',
        means: 'Dotted; hollow points and the grey band say where it will end, with the interval.',
      },
      empty: { name: 'Empty', means: 'Says why there is nothing.' },
    },
    words: {
      ...{ now: 'This year', before: 'Year before', unfinished: 'Unfinished', noData: 'No data', warnings: 'Warnings' },
      ...{ total: 'Total', expected: 'Expected', observed: 'Observed', upper: 'Upper bound' },
      ...{ nowcast: 'In the end, about', immature: 'Still coming in', note: 'Holiday' },
      verdict: {
        ...{ normal: 'Normal', excess: 'Unusually high', 'too-little-history': 'Too little history' },
        ...{ 'no-data': 'No data', 'not-mature': 'Not all here yet' },
      },
    },
    charts: {
      trend: {
        title: 'Trend',
        use: 'One count over time, against the year before and what was expected; warnings stand on the period they began in.',
        empty: 'No data were received in this period.',
      },
      evidence: {
        title: 'Evidence of a warning',
        use: 'What a warning saw: observed, expected, how high was still ordinary, and the level it fired in.',
        empty: 'The series of this warning can no longer be had.',
      },
      lines: {
        title: 'Lines by value',
        use: 'Several values side by side, up to four named at their ends, more with a legend and dashes; they need not add up.',
        empty: 'There were no complaints in this slice.',
      },
      stacked: {
        title: 'Stacked parts',
        use: 'What a total is made of and how its parts shift; only for measures that add up.',
        empty: 'There were no complaints in this slice.',
      },
      multiples: {
        title: 'Small multiples',
        use: 'More than four values whose shapes matter one by one; all share one scale unless they say so.',
        empty: 'There were no complaints in this slice.',
      },
      tiles: {
        title: 'Tile map',
        use: 'Which provinces depart from their own expectation; all have one size, so that none is too small to see.',
        empty: 'There are no figures by region in this period.',
      },
      heat: {
        title: 'Heat map',
        use: 'Where two dimensions meet more often than they would by themselves; fewer than 10 cases get no colour.',
        empty: 'There were no complaints in this slice.',
      },
      land: {
        title: 'The company’s own map',
        use: 'In place of tiles once a company has given a map with its approval number; without one it is not drawn.',
        empty: 'No map has been given.',
      },
      bars: {
        title: 'Ranked bars',
        use: 'Who has most, and how that compares with another period (the tick); largest first.',
        empty: 'There were no complaints in this slice.',
      },
      spark: {
        title: 'Spark line',
        use: 'The shape of the last periods beside a figure; it has no axis and is not for reading values.',
        empty: 'Fewer than two periods are known.',
      },
    },
  },
};

export default gallery;
