import typescript from '@typescript-eslint/parser'
import compat from 'eslint-plugin-compat'
import vue from 'vue-eslint-parser'

// One purpose: nothing is used that the oldest browsers which are taken don't have (package.json, browserslist; vite.config.ts, target).
// Syntax is made older by the build, objects and methods are not.

/** Methods since ES2022 of what is made all over the place; what they are called on is not known here, so their names are enough. */
const TOO_NEW = 'at|findLast|findLastIndex|toReversed|toSorted|toSpliced|with|isWellFormed|toWellFormed|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference'

export default [
  { ignores: ['src/client/generated/**', '**/*.test.ts', 'src/testing/**', 'src/phone/testing/**'] },
  {
    ...compat.configs['flat/recommended'],
    files: ['src/**/*.ts', 'src/**/*.vue'],
    languageOptions: { ...compat.configs['flat/recommended'].languageOptions, parser: typescript, ecmaVersion: 'latest', sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.vue'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `CallExpression[callee.property.name=/^(${TOO_NEW})$/]`, message: 'The oldest browsers that are taken have no such method; for the last of a list: browser/last.ts.' },
        { selector: "CallExpression[callee.property.name='showModal']", message: 'Safari 14 and Firefox 91 have no showModal: browser/openDialog.ts.' },
        { selector: "CallExpression[callee.property.name='randomUUID']", message: 'It is missing on plain HTTP: client/http/operation-id.ts.' },
      ],
    },
  },
  { files: ['src/**/*.vue'], languageOptions: { parser: vue, parserOptions: { parser: typescript } } },
]
