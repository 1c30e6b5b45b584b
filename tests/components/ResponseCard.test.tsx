import { describe, expect, it } from 'vitest';
import type { CardEntry } from '../../components/ClaimEntry.tsx';
import type { Source } from '../../core/claims/source.ts';
import type { HttpsUrl, LanguageTag } from '../../core/claims/text.ts';
import { appearance, finding, reply, response, withdrawn } from './fixtures/fictional-record.ts';
import { entryOf, find, findAll, isoDate, mountCard, section, textsOf } from './mount-card.tsx';
import { translateFromFile } from './translate-from-file.ts';
import { translateRightToLeft } from './translate-right-to-left.ts';

const ENGLISH = 'This sentence is invented: no boat left our harbour, and nobody said this.';
const AZERBAIJANI =
  'Bu cümlə uydurmadır: limanımızdan heç bir qayıq çıxmayıb və bunu heç kim deməyib.';
const PERSIAN = 'این جمله ساختگی است: هیچ قایقی از بندر ما بیرون نرفت و هیچ‌کس این را نگفته است.';

/** An entry whose sources all have these fields. */
function withSources(fields: Partial<Source>): CardEntry {
  const { record, ...page } = entryOf();
  const sources = Object.fromEntries(
    Object.entries(record.sources).map(([id, source]) => [id, { ...source, ...fields }]),
  );
  return { ...page, record: { ...record, sources } };
}

describe('a response', () => {
  it.each([
    ['the translation that an English reader reads', ['en-US', 'en'], 'en', 'ltr', ENGLISH],
    ['the translation that a Persian reader reads, from the right', ['fa'], 'fa', 'rtl', PERSIAN],
    ['the original to who reads that', ['az', 'en'], 'az', 'ltr', AZERBAIJANI],
    ['English where no preferred language is there', ['sq', 'hy'], 'en', 'ltr', ENGLISH],
  ] as const)('is quoted to the letter: %s', (_, languages, lang, dir, text) => {
    const { card } = mountCard({ languages });
    const quote = find(section(card, 'The response'), 'blockquote');
    expect([quote.lang, quote.dir, quote.textContent]).toEqual([lang, dir, text]);
  });

  it('opens in the original and in further translations', () => {
    const { card } = mountCard();
    const details = findAll(section(card, 'The response'), 'details');
    expect(details.map((element) => textsOf(element, 'summary'))).toEqual([
      ['In the original: Azerbaijani'],
      ['Other translations'],
    ]);
    const quotes = details.map((element) => find(element, 'blockquote'));
    expect(quotes.map(({ lang, dir, textContent }) => [lang, dir, textContent])).toEqual([
      ['az', 'ltr', AZERBAIJANI],
      ['fa', 'rtl', PERSIAN],
    ]);
  });

  it('does not offer the original a second time to who reads it', () => {
    const { card } = mountCard({ languages: ['az'] });
    expect(textsOf(section(card, 'The response'), 'summary')).toEqual(['Other translations']);
  });

  it('says who gave it, in which office, on which day', () => {
    const { card } = mountCard();
    const byline = find(section(card, 'The response'), '.byline');
    expect(byline.textContent).toBe(
      'Ada Sample, spokesperson, Ministry of Foreign Affairs of Vesmark (fiction) 17 May 2031',
    );
    expect(find(byline, 'time').getAttribute('datetime')).toBe('2031-05-17');
  });

  it.each([
    ['own-page', 'From the office’s own page: Vesmark Wire.'],
    ['reproduced', 'Text as reproduced by Vesmark Wire; the office’s own page was not seen.'],
    ['reported', 'As reported, in part, by Vesmark Wire; the office’s own page was not seen.'],
  ])('says where its words stood: %s', (seen, sentence) => {
    const responses = [{ ...response, words: { ...response.words, seen } }];
    const { card } = mountCard({ entries: [entryOf({ responses })] });
    expect(textsOf(section(card, 'The response'), '.small')[0]).toBe(
      `In English as put by The Sample Courier. ${sentence}`,
    );
  });

  it('names the source of the translation where the original is not known', () => {
    const words = { ...response.words, original: null };
    const { card } = mountCard({ entries: [entryOf({ responses: [{ ...response, words }] })] });
    expect(textsOf(section(card, 'The response'), '.small')[0]).toBe(
      'In English as put by The Sample Courier. ' +
        'Text as reproduced by The Sample Courier; the office’s own page was not seen.',
    );
  });

  it('is marked when the words are ours', () => {
    const words = { form: 'paraphrased', text: { en: 'Said, in this fiction, nothing.' } };
    const { card } = mountCard({ entries: [entryOf({ responses: [{ ...response, words }] })] });
    const part = section(card, 'The response');
    expect(textsOf(part, 'p').slice(0, 2)).toEqual([
      'In our words, not a quotation:',
      'Said, in this fiction, nothing.',
    ]);
    expect(findAll(part, 'blockquote')).toEqual([]);
  });

  it('says of an inferred date what it was inferred from, and shows the note', () => {
    const { card } = mountCard({
      entries: [
        entryOf({
          responses: [
            {
              ...response,
              datePublished: {
                basis: 'inferred',
                date: '2031-05',
                reason: { en: 'the text speaks of the month.' },
              },
              note: { en: 'An invented occasion.' },
            },
          ],
        }),
      ],
    });
    const part = section(card, 'The response');
    expect(textsOf(part, '.byline time')).toEqual(['May 2031']);
    expect(textsOf(part, '.statement > .small').slice(1)).toEqual([
      'Date inferred: the text speaks of the month.',
      'An invented occasion.',
    ]);
  });

  it('is set in the same size as the words of who made the claim', () => {
    const { card } = mountCard();
    const [ours, theirs] = ['The response', 'The claim, and who raised it'].map((title) =>
      getComputedStyle(find(section(card, title), 'blockquote')),
    );
    expect(ours?.fontSize).toBe('15px');
    expect([theirs?.fontSize, theirs?.fontFamily, theirs?.color]).toEqual([
      ours?.fontSize,
      ours?.fontFamily,
      ours?.color,
    ]);
  });

  it('is followed by others of its side in short; those of another side come under others', () => {
    const { card } = mountCard({
      entries: [
        entryOf({
          responses: [
            response,
            { ...response, label: { en: 'Vesmark’s president' }, kind: 'denies-in-part' },
            {
              ...response,
              label: { en: 'Orlane’s government' },
              standing: 'claimants-party',
              kind: 'does-not-confirm',
              party: 'orlane',
              datePublished: { basis: 'printed', date: '2031-06' },
            },
          ],
          replies: [reply],
        }),
      ],
    });
    const further = findAll(section(card, 'The response'), 'section > details > summary');
    expect(further.map(({ textContent }) => textContent.trim())).toEqual([
      'Vesmark’s president denies part of this. 17 May 2031',
    ]);
    const others = textsOf(section(card, 'What others said'), 'section > details > summary');
    expect(others.map((text) => text.trim())).toEqual([
      'Orlane’s government does not confirm this. June 2031',
      'The harbour master replied. 1 August 2031',
    ]);
  });

  it('is of one side where a claim is about two', () => {
    const { card } = mountCard({
      entries: [
        entryOf({
          about: ['vesmark', 'orlane'],
          appearances: [{ ...appearance, label: { en: 'A traveller' }, party: null }],
          responses: [
            response,
            { ...response, label: { en: 'Orlane’s embassy' }, kind: 'declines', party: 'orlane' },
          ],
        }),
      ],
    });
    expect(findAll(section(card, 'The response'), 'section > details')).toEqual([]);
    const others = textsOf(section(card, 'What others said'), 'section > details > summary');
    expect(others.map((text) => text.trim())).toEqual([
      'Orlane’s embassy declines to comment on this. 17 May 2031',
    ]);
  });
});

describe('the claim', () => {
  it('is shown with who made it, how firmly and when; further occasions in short', () => {
    const further = {
      ...appearance,
      firmness: 'hedges',
      label: { en: 'Orlane’s ambassador' },
      withdrawn,
    };
    const { card } = mountCard({ entries: [entryOf({ appearances: [further, appearance] })] });
    const part = section(card, 'The claim, and who raised it');
    expect(textsOf(part, 'section > p')).toEqual([
      'Boats left from there.',
      'A member of Orlane’s parliament says it happened.',
    ]);
    expect(find(part, 'blockquote').textContent).toBe(appearance.words.original.text);
    expect(textsOf(part, '.byline')[0]).toBe(
      'member of the parliament of Orlane (fiction) 16 May 2031',
    );
    expect(textsOf(part, 'section > details > summary').map((text) => text.trim())).toEqual([
      'Orlane’s ambassador says it may have happened. 16 May 2031 ' +
        'Orlane’s ambassador withdrew the claim that it happened. 2 June 2031',
    ]);
  });

  it('says after the words that they were withdrawn', () => {
    const { card } = mountCard({
      entries: [entryOf({ appearances: [{ ...appearance, withdrawn }] })],
    });
    expect(find(section(card, 'The claim, and who raised it'), '.statement + p').textContent).toBe(
      'A member of Orlane’s parliament withdrew the claim that it happened. 2 June 2031',
    );
  });

  it('never shows the wordings that it was found by', () => {
    const { card } = mountCard();
    expect(card.textContent).not.toContain('A wording that a card never shows');
  });
});

describe('the sources', () => {
  it('stand in the order of their kinds, with publisher, side, date and archived copy', () => {
    const { card } = mountCard({ entries: [entryOf({ findings: [finding] })] });
    expect(textsOf(section(card, 'Sources'), 'li')).toEqual([
      'Lake Commission (commission.example) · “Harbour log” · primary document',
      'Vesmark Wire (wire.vesmark.example) · news agency, Vesmark · 17 May 2031',
      'The Sample Courier (sample-courier.example) · “Two shores, one lake” · independent press · ' +
        '18 May 2031 · archived copy',
      'Orlane Post (orlane-post.example) · party press, Orlane · 16 May 2031',
    ]);
    expect(find(section(card, 'Sources'), 'a[aria-label]').ariaLabel).toBe(
      'Archived copy: The Sample Courier',
    );
  });

  it('say of an inferred date what it was inferred from', () => {
    const datePublished = {
      basis: 'inferred',
      date: isoDate('2031-05'),
      reason: { en: 'A mirror is dated so.' },
    } as const;
    const { card } = mountCard({ entries: [withSources({ datePublished })] });
    expect(textsOf(section(card, 'Sources'), 'li').at(-1)).toBe(
      'Orlane Post (orlane-post.example) · party press, Orlane · May 2031 · ' +
        'Date inferred: A mirror is dated so.',
    );
  });

  it('have titles in their own language', () => {
    const title = 'دو ساحل، یک دریاچه';
    const language = 'fa' as LanguageTag;
    const { card } = mountCard({ entries: [withSources({ title, language })] });
    const shown = find(section(card, 'Sources'), 'li bdi[lang=fa]');
    expect([shown.dir, shown.textContent]).toEqual(['rtl', title]);
  });

  it('are told apart by whether anybody has opened one', () => {
    const line = 'Nobody has opened these addresses for this list yet.';
    expect(textsOf(section(mountCard().card, 'Sources'), 'p')).toEqual([line]);
    const checked = { date: isoDate('2032-01'), by: 'Ada Sample' };
    const { card } = mountCard({ entries: [withSources({ checked })] });
    expect(textsOf(section(card, 'Sources'), 'p')).toEqual([]);
  });

  it('are left by links that tell the target nothing', () => {
    const { card } = mountCard();
    const links = findAll(card, 'a');
    expect(links.length).toBeGreaterThanOrEqual(7);
    for (const link of links) {
      expect(link.getAttribute('href')).toMatch(/^https:\/\//u);
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  it.each(['javascript:alert(1)', 'http://plain.example/', 'data:text/html,x', 'no address'])(
    'are no link where the address is %s',
    (address) => {
      const url = address as HttpsUrl;
      const { card } = mountCard({ entries: [withSources({ url, archivedUrl: url })] });
      expect(findAll(card, 'a')).toEqual([]);
      expect(section(card, 'Sources').textContent).toContain('The Sample Courier');
    },
  );
});

describe('the page', () => {
  it.each([
    ['asserts', false, []],
    [
      'attributes',
      false,
      [
        'Here the page does not state the claim itself: it reports it, or puts it as a possibility.',
      ],
    ],
    [
      'questions',
      false,
      ['Here the page does not state the claim itself: it asks about it, or leaves it open.'],
    ],
    ['asserts', true, ['This page also reports the response or another denial.']],
  ] as const)(
    'is described when it %s, and carries the response: %s',
    (stance, pageCarriesResponse, lines) => {
      const { card } = mountCard({ entries: [entryOf({}, { stance, pageCarriesResponse })] });
      expect(textsOf(section(card, 'This page'), 'p')).toEqual([
        ...lines,
        'This page is dated 18 May 2031; the response is of 17 May 2031.',
      ]);
    },
  );

  it('is said to be whose words it has, before anything else', () => {
    const { card } = mountCard({ voices: ['opinion', 'fact-check', 'translated'] });
    expect(textsOf(section(card, 'This page'), 'p').slice(0, 3)).toEqual([
      'This page presents itself as opinion: what is said here is its author’s.',
      'This page reviews claims: it repeats them to do so.',
      'Translated page: a machine has put it into these words.',
    ]);
  });

  it.each([
    [isoDate('2031-05'), 'This page is dated May 2031; the response is of 17 May 2031.'],
    [isoDate('2031'), 'This page is dated 2031; the response is of 17 May 2031.'],
    [null, 'This page gives no date; the response is of 17 May 2031.'],
  ])('has the date %s, as precise as it is known', (pageDate, line) => {
    const { card } = mountCard({ pageDate });
    expect(textsOf(section(card, 'This page'), 'p')).toEqual([line]);
  });
});

describe('why a passage was marked', () => {
  it('is told on request, by words of the page beside those of the claim', () => {
    const because = [
      { page: 'vessels', claim: 'boats' },
      { page: 'Northland', claim: 'Northland' },
    ];
    const { card } = mountCard({ entries: [entryOf({}, { because })] });
    const details = find(section(card, 'This page'), 'details');
    expect(details.hasAttribute('open')).toBe(false);
    expect(textsOf(details, 'summary')).toEqual(['Why this was marked']);
    expect(textsOf(details, 'th')).toEqual(['This page has', 'The claim has']);
    expect(textsOf(details, 'td')).toEqual(['vessels', 'boats', 'Northland', 'Northland']);
  });

  it('is left out where it is not known', () => {
    const { card } = mountCard();
    expect(findAll(section(card, 'This page'), 'details')).toEqual([]);
  });
});

describe('the card', () => {
  it('calls no language a trial whose wordings a native speaker has reviewed', () => {
    const entry = entryOf({ wordings: { en: { reviewedBy: 'A Reader (fiction)', texts: ['A'] } } });
    const { card } = mountCard({ entries: [entry] });
    expect(card.innerText).not.toContain('Trial');
  });

  it('ends with how it was found and where it comes from', () => {
    const { card } = mountCard();
    expect(textsOf(card, '.about p')).toEqual([
      'Found by comparing texts on your device; no person checked this mark.',
      'Trial: no native speaker has yet reviewed the English wordings that passages are compared with.',
      'The list’s summary: Fiction.',
      'From the list “Claims about a lake that does not exist”, version 1.2.0, as of March 2032.',
      'The Makers of Fixtures',
      'They want to see a card. They belong to no side of the lake.',
    ]);
  });

  it('shows one of several claims at a time, each under its own heading', () => {
    const second = { id: 'boats-returned', claimReviewed: { en: 'The boats came back (fiction)' } };
    const { card } = mountCard({
      entries: [entryOf(), entryOf(second, { stance: 'questions' })],
    });
    const next = find(card, '.next');
    expect(textsOf(card, '.bar h2, .bar p')).toEqual([
      'This passage resembles 2 claims',
      'Claim 1 of 2',
    ]);
    expect(textsOf(card, 'h3')).toEqual([
      'Boats of Orlane left from Vesmark’s harbour of Ilm, May 2031 (fiction)',
    ]);
    return Promise.resolve()
      .then(() => {
        next.click();
      })
      .then(() => expect.poll(() => textsOf(card, 'h3')).toEqual(['The boats came back (fiction)']))
      .then(() => {
        expect(textsOf(card, '.bar p')).toEqual(['Claim 2 of 2']);
        expect(section(card, 'This page').textContent).toContain('it asks about it');
        next.click();
      })
      .then(() => expect.poll(() => textsOf(card, '.bar p')).toEqual(['Claim 1 of 2']));
  });

  it('counts the claims in the locale’s digits', () => {
    const { card } = mountCard(
      { entries: [entryOf(), entryOf({ id: 'another' })] },
      { translate: translateRightToLeft },
    );
    expect(find(card, '.bar p').textContent).toMatch(/^[^12]*۱[^12]*۲$/u);
  });

  it('shows no way to a next claim where there is one claim', () => {
    const { card } = mountCard();
    expect(textsOf(card, '.bar h2, .bar p')).toEqual(['This passage resembles a claim']);
    expect(findAll(card, '.next')).toEqual([]);
  });

  it.each([
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
  ])('takes its language %s and its direction %s from the locale', (language, direction) => {
    const { card } = mountCard(
      {},
      {
        translate: (key, ...rest) =>
          key === 'language_tag' ? language : translateFromFile(key, ...rest),
      },
    );
    expect([card.lang, card.dir]).toEqual([language, direction]);
    const close = find(card, '.close').getBoundingClientRect();
    const title = find(card, 'h2').getBoundingClientRect();
    expect(close.left > title.left).toBe(direction === 'ltr');
  });

  it('keeps the page’s own styles out', () => {
    const { host, card } = mountCard();
    host.style.cssText +=
      'font: italic 40px/3 cursive; color: red; text-align: right; letter-spacing: 9px; text-transform: uppercase; visibility: hidden; cursor: wait';
    const style = getComputedStyle(card);
    expect([style.fontSize, style.fontStyle, style.letterSpacing, style.textTransform]).toEqual([
      '15px',
      'normal',
      'normal',
      'none',
    ]);
    expect([style.textAlign, style.visibility, style.cursor]).toEqual(['start', 'visible', 'auto']);
    expect(style.color).not.toBe('rgb(255, 0, 0)');
  });

  it('uses two sizes of type and no other', () => {
    const { card } = mountCard();
    const sizes = new Set(findAll(card, '*').map((element) => getComputedStyle(element).fontSize));
    expect([...sizes].toSorted()).toEqual(['13px', '15px']);
  });
});
