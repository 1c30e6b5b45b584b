import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReportProps, ShownReport } from '../../../components/ReportView.tsx';
import type { WayOutcome } from '../../../components/ReportWaysOut.tsx';
import type { Translate } from '../../../components/translate.ts';
import { ClaimId } from '../../../core/claims/claim.ts';
import { OutgoingReport, outgoingReport, partsOf } from '../../../core/claims/outgoing-report.ts';
import {
  markPassedOn,
  MAX_PASSAGE_LENGTH,
  MAX_WRITTEN_LENGTH,
  pageAddress,
  reportTarget,
} from '../../../core/claims/report.ts';
import {
  fictionalReport,
  ID,
  LATER,
  LIST,
  OTHER_ID,
  STATED_PAGE,
} from '../../claims/fictional-report.ts';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import {
  FOUND,
  mountReport,
  mountWriting,
  OTHER,
  REPOSITORY,
  shownReport,
} from './mount-report.tsx';

const NEW = 'Report a new claim';
const PROBLEM = {
  concern: { kind: 'problem', claim: v.parse(ClaimId, 'lantern-boats-crossed') },
} as const;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });

/** The part of the page under a heading. */
function part(main: HTMLElement, heading: string): HTMLElement {
  const found = findAll(main, 'section').find(
    (section) => find(section, 'h2').textContent === heading,
  );
  if (found === undefined) throw new Error(`expected a part ${heading}, but found none`);
  return found;
}

describe('the page of a report', () => {
  it.each<[Partial<ReportProps>, string, readonly string[], readonly string[]]>([
    [
      { shown: shownReport() },
      NEW,
      ['The passage', 'In your words', 'Known claims like it', 'What you pass on', 'Pass it on'],
      [
        'The claim, in one sentence',
        'Who makes the claim',
        'Link to a response, if you know one',
        'Anything else for the editors',
      ],
    ],
    [
      { shown: shownReport(PROBLEM) },
      'Report a problem with a claim',
      ['The passage', 'In your words', 'The claim on the list', 'What you pass on', 'Pass it on'],
      ['What is the problem?', 'A link that shows it, if there is one'],
    ],
  ])('has its parts and its fields', async (props, title, headings, labels) => {
    const { main } = await mountReport(props);
    expect(textsOf(main, 'h1')).toEqual([title]);
    expect(textsOf(main, 'h2')).toEqual(headings);
    expect(textsOf(main, 'label')).toEqual(labels);
  });

  it.each<[ShownReport, string]>([
    [{ kind: 'none' }, 'There is no such draft on this device.'],
    [
      { kind: 'unreadable' },
      'This draft is here, but this version of Rejoinder cannot read it. It is kept as it is.',
    ],
    [
      { kind: 'unavailable' },
      'Drafts cannot be read at the moment. Load this page again to try once more.',
    ],
  ])('says why there is none, and shows the others: $kind', async (shown, sentence) => {
    const { main } = await mountReport({ shown, others: [OTHER] });
    expect(textsOf(main, 'main > p')).toEqual([sentence]);
    expect(textsOf(main, '.drafts a')).toEqual(['Nothing written yet']);
    expect(findAll(main, 'textarea, input')).toEqual([]);
  });

  it.each([
    ['en-GB', 'ltr'],
    ['fa', 'rtl'],
  ])('in %s is written %s', async (tag, direction) => {
    const translate: Translate = (key, ...rest) =>
      key === 'language_tag' ? tag : translateFromFile(key, ...rest);
    const { main } = await mountReport({}, { translate });
    expect([main.lang, main.dir]).toEqual([tag, direction]);
    expect(field('Link to a response, if you know one').element()).toHaveProperty('dir', 'ltr');
    expect(find(main, '.address bdi').dir).toBe('ltr');
  });
});

describe('the passage', () => {
  it('stands in quotation marks, in its own language, with title and address', async () => {
    const { main } = await mountReport();
    const passage = part(main, 'The passage');
    expect(find(passage, 'blockquote').textContent).toBe(`“${STATED_PAGE.quote.exact}”`);
    expect(find(passage, 'blockquote').lang).toBe('en');
    expect(passage.innerText).toContain(STATED_PAGE.title);
    expect(passage.innerText).toContain(STATED_PAGE.address);
    expect(findAll(passage, 'a')).toEqual([]);
  });

  it.each([
    ['nothing is known of the page', null],
    ['nothing is selected', reportTarget({ ...STATED_PAGE, quote: null })],
  ])('is said to be missing where %s', async (_, target) => {
    const { main } = await mountReport({ shown: shownReport({ target }) });
    expect(textsOf(main, 'blockquote')).toEqual([]);
    expect(part(main, 'The passage').innerText).toContain('No passage was selected.');
  });

  test.each([
    [MAX_PASSAGE_LENGTH + 1, true],
    [100, false],
  ])('of %i characters is said to be cut: %s', async (length, isCut) => {
    const quote = { ...STATED_PAGE.quote, exact: 'a'.repeat(length) };
    const { main } = await mountReport({
      shown: shownReport({ target: reportTarget({ ...STATED_PAGE, quote }) }),
    });
    expect(main.innerText.includes('The selection was longer; this is its beginning.')).toBe(isCut);
  });

  it('has an address that can be left out and put back by one button', async () => {
    const { main, show, onLeaveOutAddress, onPutBackAddress } = await mountReport();
    const toggle = button('Leave out the address').element();
    await userEvent.click(toggle);
    expect(onLeaveOutAddress).toHaveBeenCalledOnce();
    const target = reportTarget({ ...STATED_PAGE, address: null });
    show({ shown: shownReport({ target }), leftOut: pageAddress(STATED_PAGE.address) });
    expect(main.innerText).not.toContain(STATED_PAGE.address);
    expect(main.innerText).toContain('The address of the page is left out.');
    expect(button('Put it back').element()).toBe(toggle);
    expect(document.activeElement).toBe(toggle);
    await userEvent.keyboard('{Enter}');
    expect(onPutBackAddress).toHaveBeenCalledOnce();
  });

  it('has no button for an address that the page does not have', async () => {
    const target = reportTarget({ ...STATED_PAGE, address: null });
    await mountReport({ shown: shownReport({ target }) });
    expect(button('Leave out the address').elements()).toEqual([]);
    expect(button('Put it back').elements()).toEqual([]);
  });

  it('is text, whatever stands in it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { main } = await mountReport({
      shown: shownReport({
        claim: hostile,
        note: hostile,
        target: reportTarget({
          ...STATED_PAGE,
          title: hostile,
          quote: { exact: hostile, prefix: hostile, suffix: hostile },
        }),
      }),
      others: [fictionalReport({ id: OTHER_ID, claim: hostile })],
    });
    expect(findAll(main, 'img')).toEqual([]);
    expect(find(main, 'blockquote').textContent).toBe(`“${hostile}”`);
  });
});

describe('what is written', () => {
  it('is told at every character, and shown', async () => {
    const { onWrite, read } = await mountWriting(fictionalReport({ claim: '' }));
    await userEvent.type(field('The claim, in one sentence'), 'Boats');
    expect(onWrite.mock.calls).toEqual(
      ['B', 'Bo', 'Boa', 'Boat', 'Boats'].map((text) => ['claim', text]),
    );
    expect(read().claim).toBe('Boats');
    await expect.element(field('The claim, in one sentence')).toHaveValue('Boats');
  });

  it.each([
    ['Who makes the claim', 'claimant'],
    ['Link to a response, if you know one', 'response'],
    ['Anything else for the editors', 'note'],
  ] as const)('goes into its own field: %s', async (label, name) => {
    const { read } = await mountWriting();
    await userEvent.type(field(label), 'a b');
    expect(read()).toEqual({
      ...fictionalReport({ [name]: 'a b' }),
      changed: LATER.toISOString(),
    });
  });

  it('does not take what turns the page round', async () => {
    const { read } = await mountWriting(fictionalReport({ note: '' }));
    await userEvent.fill(field('Anything else for the editors'), 'a\u202eb');
    expect(read().note).toBe('ab');
    await expect.element(field('Anything else for the editors')).toHaveValue('ab');
  });

  test.each([
    ['', 'Where somebody in office answers the claim. Begins with https:'],
    [
      'http://ministry.example/',
      'Not a whole https: address yet; it does not go along until it is.',
    ],
    ['https://ministry.example/', 'Where somebody in office answers the claim. Begins with https:'],
  ])('is described as a link where it is one: %j', async (response, hint) => {
    const { main } = await mountReport({ shown: shownReport({ response }) });
    await expect
      .element(field('Link to a response, if you know one'))
      .toHaveAccessibleDescription(hint);
    expect(textsOf(find(main, 'dl'), 'dt').includes('Link')).toBe(response.startsWith('https:'));
  });

  test.each([
    [100, ''],
    [50, 'Room for 50 more characters.'],
    [1, 'Room for 1 more character.'],
    [0, 'Room for 0 more characters.'],
  ])('has room for %i more, which is said when it is little', async (leftCount, text) => {
    const note = 'a'.repeat(MAX_WRITTEN_LENGTH.note - leftCount);
    await mountReport({ shown: shownReport({ note }) });
    await expect.element(field('Anything else for the editors')).toHaveAccessibleDescription(text);
  });

  it('is corrected by nobody else', async () => {
    const { main } = await mountReport();
    for (const control of findAll(main, 'input, textarea')) expect(control.spellcheck).toBe(false);
  });
});

describe('whether it is saved', () => {
  test.each([
    [null, /^Saved on this device\.$/u],
    ['full', /^Not saved: no room/u],
    ['blocked', /^Not saved: another tab/u],
    ['unavailable', /^Not saved: this browser stores nothing/u],
  ] as const)('is said as it is: %s', async (unsaved, sentence) => {
    const { main, show } = await mountReport();
    const line = find(main, 'header [role=status]');
    expect(line.innerText).toBe('Saved on this device.');
    show({ shown: { ...shownReport(), unsaved } });
    expect(find(main, 'header [role=status]')).toBe(line);
    expect(line.innerText).toMatch(sentence);
  });

  it('leaves copy and file where it is not', async () => {
    const { onPassOn } = await mountReport({ shown: { ...shownReport(), unsaved: 'unavailable' } });
    await userEvent.click(button('Copy'));
    await userEvent.click(button('Save as a file'));
    expect(onPassOn.mock.calls).toEqual([['clipboard'], ['file']]);
  });
});

describe('known claims', () => {
  it('are buttons that open them', async () => {
    const { main, onOpenClaim } = await mountReport();
    const known = part(main, 'Known claims like it');
    expect(known.innerText).toContain('If one of these says the same, it is on the list already.');
    find(known, 'button').click();
    expect(onOpenClaim).toHaveBeenCalledExactlyOnceWith(FOUND.id);
  });

  test.each([
    [{}, 'No claim on the list is like this passage or your words.'],
    [{ claim: ' ', target: null }, 'Once there is a passage or a sentence of yours'],
    [PROBLEM, 'The list no longer has the claim that this is about.'],
  ])('are said to be none', async (changes, sentence) => {
    const { main } = await mountReport({ shown: shownReport(changes), claims: [] });
    expect(main.innerText).toContain(sentence);
    expect(findAll(main, '.result')).toEqual([]);
  });
});

describe('what leaves', () => {
  it('is shown, every part and the file itself', async () => {
    const report = fictionalReport({ note: 'More.', response: 'https://ministry.example/a' });
    const { main } = await mountReport({ shown: { kind: 'report', report, unsaved: null } });
    const leaving = outgoingReport(report, LIST);
    const preview = part(main, 'What you pass on');
    expect(textsOf(preview, 'dd')).toEqual([...partsOf(leaving).values()]);
    expect(textsOf(preview, 'dt').slice(0, 3)).toEqual(['Claim', 'Link', 'Note']);
    await userEvent.click(find(preview, 'summary'));
    const file = find(preview, 'pre');
    expect(file.checkVisibility()).toBe(true);
    expect(v.parse(OutgoingReport, JSON.parse(file.textContent))).toEqual(leaving);
  });

  it.each([
    ['Copy', 'clipboard'],
    ['Save as a file', 'file'],
    ['Open an issue on GitHub', 'github'],
  ] as const)('leaves when its reader says so: %s', async (name, way) => {
    const { onPassOn } = await mountReport();
    expect(onPassOn).not.toHaveBeenCalled();
    await userEvent.click(button(name));
    expect(onPassOn.mock.calls).toEqual([[way]]);
  });

  it('says before it goes to GitHub who gets it', async () => {
    const { main } = await mountReport();
    const text = part(main, 'Pass it on').innerText;
    expect(text).toContain(REPOSITORY);
    expect(text).toContain('GitHub gets the text when the form opens');
  });

  it('cannot go to GitHub where the list names no place there', async () => {
    const { main } = await mountReport({ repository: null, contact: 'desk@example.org' });
    expect(button('Open an issue on GitHub').elements()).toEqual([]);
    expect(part(main, 'Pass it on').innerText).toContain(
      `This list names no place for reports on GitHub. A copy or a file can be sent to its publisher, ${LIST.publisher.name}: desk@example.org.`,
    );
  });

  it('is told where there is nobody to send it to yet', async () => {
    const { main } = await mountReport({ repository: null, contact: null });
    expect(part(main, 'Pass it on').innerText).toContain(
      `The publisher of this list, ${LIST.publisher.name}, has named no address yet.`,
    );
  });

  test.each<[WayOutcome, RegExp]>([
    ['none', /^$/u],
    ['copied', /^Copied\./u],
    ['saved-as-file', /^Given to your browser/u],
    ['opened', /^The form is open in another tab\. Nothing is public/u],
    ['opened-cut', /without some of the text.*Press “Copy” and paste it/u],
    ['failed', /^Your browser did not do that\./u],
  ])('is told of in a place that was there before: %s', async (outcome, sentence) => {
    const { main, show } = await mountReport();
    const status = find(main, '.outcome');
    expect(status.getAttribute('role')).toBe('status');
    show({ outcome });
    expect(find(main, '.outcome')).toBe(status);
    expect(status.innerText).toMatch(sentence);
  });
});

describe('a draft', () => {
  it('is deleted by its button, and had back by another that has the focus', async () => {
    const { main, show, onDelete, onUndo } = await mountReport();
    await userEvent.click(button('Delete this draft'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(ID);
    show({ shown: { kind: 'deleted', report: fictionalReport() } });
    expect(main.innerText).toContain('This draft is deleted.');
    expect(document.activeElement).toBe(button('Undo').element());
    await userEvent.keyboard('{Enter}');
    expect(onUndo).toHaveBeenCalledExactlyOnceWith(fictionalReport());
  });

  it('is listed among others by what is written in it, and opened by its address', async () => {
    const others = [
      fictionalReport({ id: OTHER_ID }),
      fictionalReport({ id: OTHER_ID, claim: ' ' }),
      fictionalReport({ id: OTHER_ID, claim: '', target: null, note: 'A note' }),
      OTHER,
      markPassedOn(fictionalReport({ id: OTHER_ID }), 'file', LATER),
    ];
    const { main } = await mountReport({ others });
    expect(textsOf(main, '.drafts a')).toEqual([
      'Boats crossed the lake (fiction)',
      STATED_PAGE.quote.exact,
      'A note',
      'Nothing written yet',
      'Boats crossed the lake (fiction)',
    ]);
    expect(find(main, '.drafts a').getAttribute('href')).toBe(`#${OTHER_ID}`);
    const states = textsOf(main, '.drafts .small').map((text) => text.split(' 1')[0]);
    expect(states).toEqual(['changed', 'changed', 'changed', 'changed', 'passed on']);
  });

  it('is deleted from the list, and had back', async () => {
    const { main, show, onDelete, onUndo } = await mountReport({ others: [OTHER] });
    const name = find(main, '.drafts a').textContent;
    await expect.element(button('Delete')).toHaveAccessibleDescription(name);
    await userEvent.click(button('Delete'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(OTHER_ID);
    show({ others: [], deleted: OTHER });
    expect(part(main, 'Other drafts on this device').innerText).toContain('The draft is deleted.');
    expect(document.activeElement).toBe(button('Undo').element());
    await userEvent.click(button('Undo'));
    expect(onUndo).toHaveBeenCalledExactlyOnceWith(OTHER);
  });

  test.each([
    [1, '1 draft here cannot be read by this version of Rejoinder. It is kept.'],
    [2, '2 drafts here cannot be read by this version of Rejoinder. They are kept.'],
  ])('that cannot be read is told of: %i', async (unreadableCount, sentence) => {
    const { main } = await mountReport({ unreadableCount });
    expect(part(main, 'Other drafts on this device').innerText).toContain(sentence);
  });

  it('alone has no list of others', async () => {
    const { main } = await mountReport();
    expect(textsOf(main, 'h2')).not.toContain('Other drafts on this device');
  });
});
