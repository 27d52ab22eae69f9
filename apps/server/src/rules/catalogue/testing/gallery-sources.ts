import type { RuleDetectorName } from '@tocsin/contracts';

/** Where each method comes from; an order, which is no test, comes from whoever gives it. */
export const gallerySources: Readonly<Record<RuleDetectorName | 'scan', string>> = {
  threshold: 'none: an order, not a test',
  'above-expected': 'none: an order, on the expectation of the default method of its grain',
  change: 'none: an order, not a test',
  'peer-median': 'none: an order, on the figures that the regulator publishes every quarter',
  'ears-c1': 'Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27, 3407–3429',
  'ears-c2': 'Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27, 3407–3429',
  'ears-c3': 'Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27, 3407–3429',
  'farrington-flexible': 'Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222',
  'farrington-1996': 'Farrington, Andrews, Beale & Catchpole (1996), J. Roy. Statist. Soc. A 159, 547–563',
  'daily-regression':
    'quasi-Poisson regression with the Chinese calendar; weights and refits as in Noufaily et al. (2013)',
  'slow-drift':
    'Höhle & Paul (2008), Comput. Statist. Data Anal. 52, 4357–4368; Brook & Evans (1972), Biometrika 59, 539–549',
  'glr-cusum': 'Höhle & Paul (2008), Comput. Statist. Data Anal. 52, 4357–4368',
  'rare-events': 'exact tail of counts, and the g-chart of Benneyan (2001), Health Care Manag. Sci. 4, 305–318',
  scan: 'Neill (2009), Int. J. Forecasting 25, 498–517; Kulldorff (2001), J. Roy. Statist. Soc. A 164, 61–72',
};
