import { builtinModules } from 'node:module';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import vue from 'eslint-plugin-vue';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// ── Who may see whom ────────────────────────────────────────────────────────────────────────────────────────────────
// The tags stand in each package.json. A project that is missing here may import no other.

const LIBS = {
  contracts: [],
  stats: [],
  calendar: [],
  engine: [],
  detection: ['stats', 'calendar', 'contracts'],
  attribution: ['stats', 'calendar', 'contracts'],
  text: ['contracts'],
  ingestion: ['contracts', 'calendar'],
  files: ['contracts', 'ingestion'],
  alerting: ['contracts', 'calendar'],
  synthetic: ['contracts', 'calendar'],
  warehouse: ['contracts'],
  channels: ['contracts'],
  charts: ['contracts'],
  reports: ['contracts', 'charts'],
};

const tag = (lib) => `lib:${lib}`;
const everyLib = Object.keys(LIBS).map(tag);

const visibility = {
  ...Object.fromEntries(Object.entries(LIBS).map(([lib, sees]) => [tag(lib), sees.map(tag)])),
  'app:web': [tag('contracts'), tag('charts')],
  'app:server': everyLib,
  'app:cli': [...everyLib, 'app:server'],
  test: [...everyLib, 'app:server', 'app:cli', 'app:web'],
};

/** The fence, with what one place may see besides (`more`), and app doors that may be imported (`allow`). */
const boundaries = ({ more = {}, allow = [] } = {}) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow,
      banTransitiveDependencies: true,
      checkDynamicDependenciesExceptions: ['.*'],
      depConstraints: Object.entries(visibility).map(([sourceTag, sees]) => ({
        sourceTag,
        onlyDependOnLibsWithTags: [...sees, ...(more[sourceTag] ?? [])],
      })),
    },
  ],
});

// ── Pure libs: no clock, no chance, no I/O ──────────────────────────────────────────────────────────────────────────

const PURE = ['contracts', 'stats', 'calendar', 'detection', 'attribution', 'text', 'ingestion', 'alerting', 'charts'];
const pureFiles = [...PURE, 'synthetic'].map((lib) => `libs/${lib}/src/**/*.ts`);
const specs = ['**/*.spec.ts', '**/*.e2e.ts', '**/*.bench.ts'];

const noNodeImports = (...except) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: builtinModules.filter((name) => !except.includes(name)),
      patterns: [
        {
          regex: `^node:(?!(${except.join('|')})$)`,
          message: 'This lib is pure: let the caller do the I/O and hand over values.',
        },
      ],
    },
  ],
});

const pureRules = {
  'no-restricted-globals': [
    'error',
    ...['process', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'performance', 'fetch'].map(
      (name) => ({
        name,
        message: 'This lib is pure: make it an argument, or leave it to the caller.',
      }),
    ),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'The clock is an argument.' },
    { object: 'Math', property: 'random', message: 'Chance comes from a seed that is an argument.' },
    { object: 'globalThis', property: 'process' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: '`new Date()` reads the clock, which is an argument here.',
    },
    { selector: "CallExpression[callee.name='Date']", message: '`Date()` reads the clock.' },
  ],
};

// ── The server ──────────────────────────────────────────────────────────────────────────────────────────────────────

const STAGES = ['ingest', 'roll-up', 'detect', 'alert', 'notify'];

/** A stage reads tables that another wrote; it never imports the other. */
const stagesApart = STAGES.map((stage) => ({
  files: [`apps/server/src/${stage}/**/*.ts`, `apps/server/src/pipeline/${stage}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: STAGES.filter((other) => other !== stage).map((other) => ({
          regex: `^\\.\\.?/(.*/)?${other}(/|$)`,
          message: 'Stages meet only in tables: read what the other stage wrote.',
        })),
      },
    ],
  },
}));

// ── Sizes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const counted = { skipBlankLines: true, skipComments: true };
const maxLines = (max) => ({ 'max-lines': ['error', { max, ...counted }] });

export default defineConfig(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.nx/**',
      'data/**',
      '**/coverage/**',
      '**/test-results/**',
      '**/playwright-report/**',
      'test/fixtures/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.{ts,mjs,js,vue}'],
    plugins: { '@nx': nx },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: {
      'no-undef': 'off', // the compiler's work
      'no-control-regex': 'off', // reading and escaping bytes is what ingestion and the warehouse do
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines-per-function': ['error', { max: 50, ...counted }],
      ...maxLines(200),
      ...boundaries(),
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/define-emits-declaration': 'error',
      'vue/define-props-declaration': 'error',
      'vue/no-v-html': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/prefer-true-attribute-shorthand': 'error',
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
    },
  },
  { files: ['apps/web/src/App.vue', 'apps/web/src/ui/**/*.vue'], rules: { 'vue/multi-word-component-names': 'off' } },
  { files: ['apps/web/src/pages/**/*.vue'], rules: maxLines(60) },

  // Rules that need types: a promise nobody waits for, a case nobody handles.
  {
    files: ['libs/*/src/**/*.ts', 'apps/{server,cli}/src/**/*.ts', 'test/**/*.ts'],
    // Two programs for all: one per project would read the same declarations sixteen times.
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  { files: pureFiles, ignores: specs, rules: { ...pureRules, ...noNodeImports() } },
  // Masking keys its hashes with HMAC; the key is an argument.
  { files: ['libs/ingestion/src/**/*.ts'], ignores: specs, rules: noNodeImports('crypto', 'buffer') },

  {
    files: ['apps/server/src/**/*.ts'],
    ignores: ['apps/server/src/config.ts', ...specs],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment; ask for the Config.' },
      ],
    },
  },
  ...stagesApart,

  // The command and the tests start a server; the specs of the warehouse run on the engine.
  { files: ['apps/cli/**/*.{ts,mjs}'], rules: boundaries({ allow: ['@tocsin/server'] }) },
  {
    files: ['test/**/*.{ts,mjs}'],
    rules: boundaries({ allow: ['@tocsin/server', '@tocsin/cli', '@tocsin/web', 'apps/cli/bin/set-up/'] }),
  },
  { files: ['libs/warehouse/**/*.spec.ts'], rules: boundaries({ more: { 'lib:warehouse': [tag('engine')] } }) },
  {
    files: specs,
    rules: { ...maxLines(400), 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },

  // This file is one table after another; splitting it would hide which rule wins.
  { files: ['eslint.config.js'], rules: maxLines(260) },
);
