import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const projects = ['src/*/tsconfig.json', 'src/worker/*/tsconfig.json', 'tests/tsconfig.json'];
const typeScript = ['src/**/*.ts', 'tests/**/*.ts'];

/** The few rules that need types and find real bugs: lost promises, forgotten cases, conditions that are always true. */
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

/** The engine is arithmetic: what it computes depends on its arguments alone. */
const pure = {
  'no-console': 'error',
  'no-restricted-globals': ['error', 'Date', 'performance', 'setTimeout', 'setInterval', 'crypto', 'fetch'],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Randomness is an argument: take a generator.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', 'tests/output/', 'tests/golden/', 'models/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: typeScript,
    languageOptions: { parserOptions: { project: projects } },
    rules: typed,
  },
  // The compiler knows each layer's globals better than a list does.
  { files: ['**/*.ts', '**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
  },
  // Without extra extensions, so that these share one program with the other modules.
  { files: ['**/*.svelte.ts'], languageOptions: { parserOptions: { parser: tseslint.parser } } },
  // Props arrive by `let {...} = $props()`; only those that are rebound could be const.
  { files: ['**/*.svelte'], rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' } },
  { files: ['src/engine/**'], rules: pure },
  // Where a value is missing, a test may fall over it.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '*.config.ts'], languageOptions: { globals: globals.node } },
  // Runs in the page itself, or is sent into it by the benchmark.
  { files: ['tests/bench/**', 'public/*.js'], languageOptions: { globals: globals.browser } },
);
