import type { ContextMessages } from '../../zh-cn/context/index.ts';

const context: ContextMessages = {
  targets: {
    title: 'Annual targets and year-end forecast',
    subtitle: '{slice} · {from} – {until} · {time} of the year is over',
    empty: 'No targets have been entered for {year}',
    emptyHint:
      'Enter them under Data → Reference data → Annual targets, by measure, organisation or region, or import a CSV file.',
    enter: 'Enter targets',
    several: 'Targets are for the whole company, one organisation or one region: the filter is none of these.',
    ceiling: 'at most {target}',
    floor: 'at least {target}',
    used: '{used} used',
    pace: 'by this day last year {share} of that year had come',
    noPace: 'no data of all last year to pace it by',
    forecast: 'year end about {expected} cases, 80% {lower}–{upper}, 95% {low}–{high}',
    above: 'chance to exceed {chance}',
    kept: 'on target',
    missed: 'off target',
    legend: 'Solid: so far. Light: 80% forecast. Thin line: 95%. Bar: the target',
    bar: '{measure}: {actual}, target {target}',
  },
  medians: {
    sectors: { property: 'P&C', life: 'Life', all: 'All' },
    value: 'Peer median {values}',
    source: '{period} · {title}',
    none: 'Peer median —',
    whyRegion: 'published for the whole country only',
    whyPeriod: 'no bulletin of just this period',
  },
};

export default context;
