import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';

const tsconfigRootDir = dirname(fileURLToPath(import.meta.url));
const extraFileExtensions = ['.svelte'];

export default ts.config(
  { ignores: ['**/dist/', '**/node_modules/', 'data/', 'coverage/', 'test-results/'] },
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        // The few files at the root belong to no workspace.
        projectService: { allowDefaultProject: ['*.js', '*.ts'] },
        tsconfigRootDir,
        extraFileExtensions,
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A Y.Text's string is its words; the rule does not see that from its declaration.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['YText', 'Text', 'Error', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      // Our interfaces are closures written in method style; classes use #fields, which fail loudly.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Tests of shared/ may use node and so have a project of their own, which the service cannot find.
    files: ['shared/src/**/*.test.ts'],
    languageOptions: {
      parserOptions: { projectService: false, project: ['shared/tsconfig.test.json'] },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: globals.browser },
    rules: {
      // Svelte's own knows that props are `let`.
      'prefer-const': 'off',
      'svelte/prefer-const': [
        'error',
        { destructuring: 'all', excludedRunes: ['$props', '$state', '$derived'] },
      ],
      // Bookkeeping Maps beside $state are meant to be plain.
      'svelte/prefer-svelte-reactivity': 'off',
      // The content security policy: no HTML from text, no style attributes.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
      // Three plain pages with real addresses; there is no router whose links could be resolved.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // Here a component's props are `any`; svelte-check knows their types and checks them.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], ...ts.configs.disableTypeChecked },
  {
    // Programs speak to a terminal.
    files: ['scripts/**', 'bench/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
);
