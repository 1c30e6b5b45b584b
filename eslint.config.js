import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NO_MARKUP = 'Text of pages and lists is hostile: make text nodes, never markup.';
const NO_REPEATING_TIMER =
  'A timer that repeats keeps pages and batteries awake: wait for the event instead.';

/** What no code of ours does, whatever the room. */
const SYNTAX = [
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: NO_MARKUP,
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: NO_MARKUP },
  {
    selector:
      'CallExpression[callee.property.name="clear"][callee.object.property.name="highlights"]',
    message: 'The page’s own highlights are in CSS.highlights too: delete ours by name.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message:
      'A fixed sleep is too long on one machine and too short on another: poll for the effect.',
  },
  { selector: 'MemberExpression[property.name="setInterval"]', message: NO_REPEATING_TIMER },
];
const TIMER = { name: 'setInterval', message: NO_REPEATING_TIMER };

/** Names that a room may not use, all for one reason. */
function globals(names, message) {
  return names.map((name) => ({ name, message }));
}

const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const DOCUMENT = ['document', 'window'];
const EXTENSION_API = ['browser', 'chrome'];

/** Forbids imports whose path goes through one of `folders`; `types` lets type imports pass. */
function imports(folders, message, { types = false } = {}) {
  return { regex: `(^|/)(${folders.join('|')})/`, message, allowTypeImports: types };
}

const BROWSER_MODULES = {
  regex: '^(wxt/browser|webextension-polyfill|@wxt-dev/webextension-polyfill)(/|$)',
  message:
    'Only core/extension/browser.ts imports the extension API, so that changing it is one line.',
  allowTypeImports: false,
};

const DATA = imports(['data'], 'Only tools read the data; the build compiles it into the package.');
const NOT_TOOLS = imports(
  ['tools', 'tests'],
  'The product needs nothing of the tools and the tests.',
);

/** The rules of one room: what it may import and which names it may use. */
function room(files, { patterns, names = [] }) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      'no-restricted-globals': ['error', TIMER, ...names],
    },
  };
}

const TEXT_ONLY = globals(
  [...DOCUMENT, ...NETWORK, ...EXTENSION_API],
  'Text only: this room runs in Node, in a background and in a page alike.',
);

export default defineConfig(
  { ignores: ['.output/**', '.wxt/**', 'node_modules/**', '.vitest-attachments/**'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', ...SYNTAX],
      'no-restricted-globals': ['error', TIMER],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },

  room(['core/claims/**'], {
    patterns: [imports(['\\.\\.'], 'core/claims is the model: it imports nothing of ours.')],
    names: TEXT_ONLY,
  }),
  room(['core/matching/**'], {
    patterns: [
      imports(
        ['page', 'extension', 'components', 'entrypoints', 'data', 'tools', 'tests'],
        'core/matching imports core/claims and nothing else of ours.',
      ),
    ],
    names: TEXT_ONLY,
  }),
  room(['core/page/**'], {
    patterns: [
      BROWSER_MODULES,
      imports(
        ['claims', 'matching', 'extension'],
        'core/page shares types with the other rooms, never code.',
        { types: true },
      ),
      imports(
        ['components', 'entrypoints', 'data', 'tools', 'tests'],
        'core/page knows the document only.',
      ),
    ],
    names: globals(
      [...NETWORK, ...EXTENSION_API],
      'core/page knows the document only: page text meets no network and no extension API there.',
    ),
  }),
  room(['core/extension/**'], {
    patterns: [
      BROWSER_MODULES,
      {
        // What matching takes and gives is data that crosses process borders, as the model is.
        regex: '/matching/(?!claim-match\\.ts$)|/page/',
        message: 'core/extension shares data with the other rooms, never what they do with it.',
        allowTypeImports: true,
      },
      imports(
        ['components', 'entrypoints', 'data', 'tools', 'tests'],
        'core/extension knows the extension API only.',
      ),
    ],
    names: [
      ...globals(DOCUMENT, 'core/extension also runs where there is no document.'),
      ...globals(EXTENSION_API, 'Import the extension API from core/extension/browser.ts.'),
    ],
  }),
  room(['components/**'], {
    patterns: [
      BROWSER_MODULES,
      imports(
        ['extension'],
        'A component gets data as props: it knows the model, and types of what is answered.',
        { types: true },
      ),
      imports(
        ['matching', 'page', 'entrypoints', 'data', 'tools', 'tests'],
        'A component gets data as props.',
      ),
    ],
    names: globals(
      [...NETWORK, ...EXTENSION_API],
      'A component gets data as props and gives callbacks; it asks nobody.',
    ),
  }),
  room(['entrypoints/**'], {
    patterns: [BROWSER_MODULES, NOT_TOOLS, DATA],
    names: globals(EXTENSION_API, 'Import the extension API from core/extension/browser.ts.'),
  }),
  room(['tools/**'], {
    patterns: [
      imports(['components', 'entrypoints'], 'Node reads no .tsx, and tools take no wiring.'),
      imports(['tests'], 'Tests use the tools, not the other way round.'),
    ],
  }),
  {
    // The one place that imports it.
    files: ['core/extension/browser.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
);
