import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorMatch, isSound, QUOTE_CONTEXT_LENGTH, readQuote } from '../../core/page/anchor.ts';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { buildTree, treeArbitrary } from './made-tree.ts';
import {
  anchoredWords,
  anchorWords,
  blockWith,
  find,
  matchOf,
  showPage,
  textIn,
  parseNodes,
} from './made-page.ts';

const cases: Record<string, { html: string; words: string }> = {
  'one text node': { html: '<p>The ferry sails at noon.</p>', words: 'ferry sails' },
  'a whole block': { html: '<p>ferry</p>', words: 'ferry' },
  'across inline elements': {
    html: '<p>The <b>ferry</b> <a href="#">sails <em>at</em></a> noon.</p>',
    words: 'ferry sails at noon',
  },
  'across a line break': { html: '<p>The ferry<br>sails.</p>', words: 'ferry\nsails' },
  'across something hidden': {
    html: '<p>The ferry<span hidden> never</span> sails.</p>',
    words: 'ferry sails',
  },
  'over white space of the source': {
    html: '<p>The ferry\n      sails.</p>',
    words: 'ferry\n      sails',
  },
  'letters outside the basic plane': { html: '<p>a 𝒳𝒴 b</p>', words: '𝒳𝒴' },
};

test.for(Object.entries(cases))('anchors %s', ([, { html, words }]) => {
  showPage(html);
  const anchor = anchoredWords(words);
  expect(readQuote(anchor)).toBe(words);
  expect(isSound(anchor)).toBe(true);
});

test('a quote carries a little of the text on either side', () => {
  showPage(`<p>${'x'.repeat(100)} ferry ${'y'.repeat(100)}</p>`);
  const { quote } = anchoredWords('ferry');
  expect(quote).toEqual({
    type: 'TextQuoteSelector',
    exact: 'ferry',
    prefix: `${'x'.repeat(QUOTE_CONTEXT_LENGTH - 1)} `,
    suffix: ` ${'y'.repeat(QUOTE_CONTEXT_LENGTH - 1)}`,
  });
});

test('at the edges of a block there is less to carry', () => {
  showPage('<p>ferry</p>');
  expect(anchoredWords('ferry').quote).toMatchObject({ prefix: '', suffix: '' });
});

test('a span that ends on a line break is an orphan', () => {
  showPage('<p>The ferry<br>sails.</p>');
  expect(anchorWords('ferry\n').state).toBe('orphaned');
});

test('a match for a block that has changed since it was read is an orphan', () => {
  showPage('<p>The ferry sails.</p>');
  const block = blockWith('ferry');
  const match = matchOf(block.text, 'ferry');
  textIn(find('p')).data = 'A train leaves.';
  expect(anchorMatch(block, match)).toEqual({
    state: 'orphaned',
    match,
    quote: { type: 'TextQuoteSelector', exact: 'ferry', prefix: 'The ', suffix: ' sails.' },
    block,
  });
});

describe('what the page does to an anchored passage', () => {
  const attacks: Record<string, { attack: (p: HTMLElement) => void; isSound: boolean }> = {
    nothing: { attack: () => undefined, isSound: true },
    'other text in another block': {
      attack: (p) => {
        p.before('Something else');
      },
      isSound: true,
    },
    'the same words assigned again': {
      attack: (p) => {
        const { data } = textIn(p);
        textIn(p).data = data;
      },
      isSound: true,
    },
    'other words of the same length': {
      attack: (p) => {
        textIn(p).data = 'The train ';
      },
      isSound: false,
    },
    'shorter text': {
      attack: (p) => {
        textIn(p).data = 'The';
      },
      isSound: false,
    },
    'a word put in before': {
      attack: (p) => {
        textIn(p).insertData(0, 'No: ');
      },
      isSound: false,
    },
    'a word put in between': {
      attack: (p) => {
        find('b', p).before('never ');
      },
      isSound: false,
    },
    'a hidden word in between that is shown': {
      attack: (p) => {
        find('[hidden]', p).removeAttribute('hidden');
      },
      isSound: false,
    },
    'a word in between that is hidden': {
      attack: (p) => {
        find('b', p).hidden = true;
      },
      isSound: false,
    },
    'the first text node split': {
      attack: (p) => {
        textIn(p).splitText(2);
      },
      isSound: false,
    },
    'the last text node split behind the passage': {
      attack: (p) => {
        textIn(find('b', p)).splitText(5);
      },
      isSound: true,
    },
    'an empty text node put in': {
      attack: (p) => {
        find('b', p).before('');
      },
      isSound: true,
    },
    'text nodes joined': {
      attack: (p) => {
        find('b', p).replaceWith(...find('b', p).childNodes);
        find('[hidden]', p).remove();
        p.normalize();
      },
      isSound: false,
    },
    'a part wrapped in a mark': {
      attack: (p) => {
        const mark = document.createElement('mark');
        textIn(p).before(mark);
        mark.append(textIn(p).nextSibling?.previousSibling ?? '', textIn(p));
      },
      isSound: true,
    },
    'a part moved into a block of its own': {
      attack: (p) => {
        const block = document.createElement('div');
        p.prepend(block);
        block.append(textIn(p));
      },
      isSound: false,
    },
    'the end taken out': {
      attack: (p) => {
        find('b', p).remove();
      },
      isSound: false,
    },
    'the whole block taken out': {
      attack: (p) => {
        p.remove();
      },
      isSound: false,
    },
    'the whole block moved elsewhere': {
      attack: (p) => {
        p.parentElement?.append(p);
      },
      isSound: true,
    },
    'the end moved before the beginning': {
      attack: (p) => {
        p.prepend(find('b', p));
      },
      isSound: false,
    },
    'a code element put in between': {
      attack: (p) => {
        find('b', p).before(document.createElement('code'));
      },
      isSound: false,
    },
  };

  test.for(Object.entries(attacks))('%s', ([, { attack, isSound: expected }]) => {
    showPage('<p>The ferry <span hidden>never </span><b>sails at noon</b></p><p>Rain.</p>');
    const anchor = anchoredWords('ferry sails');
    attack(find('p'));
    expect(isSound(anchor)).toBe(expected);
  });

  test('a new element with the same words does not take over the passage', () => {
    showPage('<p>The ferry sails.</p>');
    const anchor = anchoredWords('ferry');
    find('p').replaceWith(...parseNodes('<p>The ferry sails.</p>'));
    expect(isSound(anchor)).toBe(false);
    expect(isSound(anchoredWords('ferry'))).toBe(true);
  });

  test('a passage that has come apart is not searched for over the whole page', () => {
    showPage(`<p>The ferry <b>sails</b></p><div>${'<i>long </i>'.repeat(1_000)}</div>`);
    const anchor = anchoredWords('ferry sails');
    find('div').append(find('b'));
    expect(readQuote(anchor).length).toBeLessThan(100);
  });
});

test('in any tree, every span that reads its words is anchored, and only those', () => {
  const page = showPage('');
  fc.assert(
    fc.property(treeArbitrary, fc.nat(), fc.nat(), (tree, some, other) => {
      page.replaceChildren(...buildTree(tree));
      for (const block of collectBlocks(page)) {
        const start = some % block.text.length;
        const end = start + 1 + (other % (block.text.length - start));
        const match = { ...matchOf(block.text, ''), span: { start, end } };
        const anchor = anchorMatch(block, match);
        const isOnPiece = (offset: number): boolean =>
          block.pieces.some((piece) => piece.start <= offset && offset < piece.end);
        expect(anchor.state).toBe(isOnPiece(start) && isOnPiece(end - 1) ? 'anchored' : 'orphaned');
        if (anchor.state === 'anchored') {
          expect(readQuote(anchor)).toBe(block.text.slice(start, end));
        }
      }
    }),
    { numRuns: 500 },
  );
});
