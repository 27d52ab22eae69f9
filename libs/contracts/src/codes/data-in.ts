/*
 * The closed lists of everything that has to do with data coming in. They stand apart from the schemas because the
 * pages offer them as choices, and a module with a schema would bring the whole schema library into the bundle.
 */

export const fileFormats = ['csv', 'ndjson', 'json', 'xlsx', 'xls', 'parquet', 'arrow'] as const;
export type FileFormat = (typeof fileFormats)[number];
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];
export const packings = ['none', 'gzip', 'zip', 'bzip2'] as const;

/**
 * How a source may write its dates, spelt out. Letters: `yyyy`, `yy`, `MM`/`M`, `dd`/`d`, `HH`/`H`, `mm`/`m`, `ss`, and
 * everything else as it stands; one letter takes one or two digits, and `yy` 69–99 are 1969–1999, 00–68 are 2000–2068.
 * `iso` is `yyyy-MM-ddTHH:mm[:ss[.fraction]]` with `Z` or an offset; `excel-serial` is a spreadsheet's day number (1900
 * system). Nothing is ever guessed from one value.
 */
export const dateFormats = [
  'yyyy-MM-dd',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-ddTHH:mm:ss',
  'iso',
  'yyyy/M/d',
  'yyyy/M/d H:mm',
  'yyyy/M/d H:mm:ss',
  'yyyy-M-d',
  'yyyy-M-d H:mm',
  'yyyy-M-d H:mm:ss',
  'yyyy.M.d',
  'yyyy年M月d日',
  'yyyy年M月d日 H:mm',
  'yyyy年M月d日 H:mm:ss',
  'yyyy年M月d日 H时m分',
  'yyyyMMdd',
  'yyyyMMddHHmmss',
  'M/d/yyyy',
  'M/d/yyyy H:mm',
  'M/d/yyyy H:mm:ss',
  'M/d/yy',
  'M/d/yy H:mm',
  'd/M/yyyy',
  'd/M/yyyy H:mm',
  'd/M/yyyy H:mm:ss',
  'd/M/yy',
  'd.M.yyyy',
  'd.M.yyyy H:mm',
  'excel-serial',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** How the values of several rows of one complaint become one. `first` and `last` skip empty values. */
export const gatherings = ['first', 'last', 'least', 'greatest', 'join', 'any', 'sum'] as const;

/**
 * `received` waits · `running` · `done` visible in every figure · `failed` could not be read at all · `stopped` more rows
 * refused than allowed, nothing became visible · `cancelled` by a person before it was visible · `withdrawn` taken back.
 */
export const importStates = ['received', 'running', 'done', 'failed', 'stopped', 'cancelled', 'withdrawn'] as const;

export const rowOutcomes = ['accepted', 'warned', 'rejected', 'skipped'] as const;

export const feedKinds = ['upload', 'api', 'folder', 'pull'] as const;
/** How often data are expected. `none`: no expectation, never late. */
export const rhythms = ['none', 'hourly', 'daily', 'workdays', 'weekly', 'monthly'] as const;
/** `late`: the expected delivery is overdue; `missing`: two in a row are; `never`: nothing has come yet. */
export const feedStates = ['fresh', 'late', 'missing', 'never', 'unwatched'] as const;

export const actionStates = ['waiting', 'done', 'failed'] as const;
