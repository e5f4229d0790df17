import { defineConfig } from 'oxlint'

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'promise', 'node', 'vitest'],
  jsPlugins: ['./tools/lint/boundaries.ts'],
  categories: { correctness: 'error' },
  rules: {
    'zhenyi/boundaries': 'error',
    'import/no-cycle': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'eslint/no-console': ['error', { allow: ['warn', 'error'] }],
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }],
    'eslint/max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
    'eslint/no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'react/rules-of-hooks': 'error',
    'vitest/no-focused-tests': 'error',
    // Skips are counted and refused in CI; helpers hold expectations of many tests.
    'vitest/no-disabled-tests': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/expect-expect': 'off',
    'vitest/valid-title': 'off',
    'vitest/valid-expect': 'off',
    'vitest/require-to-throw-message': 'off',
    // Cleaning text means naming control characters.
    'eslint/no-control-regex': 'off',
    'vitest/no-conditional-expect': 'off',
    'react/incompatible-library': 'off',
    // It takes what a handler does for what a render does.
    'react/purity': 'off',
    // A form's fields are text; a file never stands among them.
    'typescript/no-base-to-string': 'off',
    'typescript/no-meaningless-void-operator': 'off',
    // Our own objects hold plain functions, not methods that need `this`.
    'typescript/unbound-method': 'off',
    // Names and addresses are spread on purpose: by code point.
    'typescript/no-misused-spread': 'off',
    'typescript/restrict-template-expressions': 'off',
    'typescript/require-array-sort-compare': 'off',
  },
  overrides: [
    // Data and the text of files; what is longer says why in its first line (tests/architecture.test.ts).
    {
      files: ['**/*-drawing.ts', '**/programme-files.ts'],
      rules: { 'eslint/max-lines': 'off' },
    },
    {
      files: ['**/*.test.ts', 'bench/**', 'tests/**'],
      rules: { 'eslint/max-lines': ['error', { max: 320 }] },
    },
    { files: ['**/testing/**', 'bench/**', 'src/app/cli.ts'], rules: { 'eslint/no-console': 'off' } },
  ],
  ignorePatterns: ['/dist', '/data', 'node_modules'],
})
