import type { Config } from './config.ts';

/** Settings that win over the environment's; groups are merged one by one. */
export type ConfigOverrides = {
  readonly [Name in keyof Config]?: Config[Name] extends readonly unknown[] | string | number | boolean | undefined
    ? Config[Name]
    : Partial<Config[Name]>;
};

export function withOverrides(config: Config, overrides: ConfigOverrides): Config {
  return {
    ...config,
    ...overrides,
    clickhouse: { ...config.clickhouse, ...overrides.clickhouse },
    engine: { ...config.engine, ...overrides.engine },
    smtp: { ...config.smtp, ...overrides.smtp },
    session: { ...config.session, ...overrides.session },
    import: { ...config.import, ...overrides.import },
    uploads: { ...config.uploads, ...overrides.uploads },
    limits: { ...config.limits, ...overrides.limits },
    watch: { ...config.watch, ...overrides.watch },
    exports: { ...config.exports, ...overrides.exports },
    originals: { ...config.originals, ...overrides.originals },
  };
}
