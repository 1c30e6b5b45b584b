import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReportProps, ShownReport } from '../../../components/ReportView.tsx';
import type { ShownOutcome } from '../../../components/ReportState.tsx';
import type { WayOutcome } from '../../../components/ReportWaysOut.tsx';
import type { Translate } from '../../../components/translate.ts';
import { ClaimId } from '../../../core/claims/claim.ts';
import { OutgoingReport, outgoingReport, partsOf } from '../../../core/claims/outgoing-report.ts';
import {
  MAX_PASSAGE_LENGTH,
  MAX_WRITTEN_LENGTH,
  reportTarget,
  type Hindrance,
  type Refusal,
  type ReportState,
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
  ENDPOINT,
  FOUND,
  mountReport,
  mountWriting,
  OTHER,
  REPOSITORY,
  shownReport,
} from './mount-report.tsx';

const NEW = 'Report a new claim';
const CLAIM = v.parse(ClaimId, 'lantern-boats-crossed');
const PROBLEM = { concern: { kind: 'problem', claim: CLAIM, problem: 'other' } } as const;
const WORDING = { concern: { kind: 'new-wording', claim: CLAIM } } as const;

const PARTS = ['The passage', 'In your words'];
const LAST_PARTS = ['What you pass on', 'Pass it on', 'Reports on this device'];

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
      [...PARTS, 'Known claims like it', ...LAST_PARTS],
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
      [...PARTS, 'The claim on the list', ...LAST_PARTS],
      ['What is the problem?', 'A link that shows it, if there is one'],
    ],
  ])('has its parts and its fields', async (props, title, headings, labels) => {
    const { main } = await mountReport(props);
    expect(textsOf(main, 'h1')).toEqual([title]);
    expect(textsOf(main, 'h2')).toEqual(headings);
    expect(textsOf(main, '.field label')).toEqual(labels);
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
    expect(findAll(main, 'textarea, input:not([type=file])')).toEqual([]);
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

  it('has an address whose box says whether it goes along', async () => {
    const { main, show, onIncludeAddress } = await mountReport();
    const box = page.getByRole('checkbox', { name: 'Pass on the address of the page' });
    await expect.element(box).toBeChecked();
    await userEvent.click(box);
    expect(onIncludeAddress).toHaveBeenCalledExactlyOnceWith(false);
    show({ shown: shownReport({ includesAddress: false }) });
    await expect.element(box).not.toBeChecked();
    // The reader still sees it; it is not in what leaves.
    expect(part(main, 'The passage').innerText).toContain(STATED_PAGE.address);
    expect(part(main, 'What you pass on').innerText).not.toContain(STATED_PAGE.address);
  });

  it('says why an address was left out by itself', async () => {
    const { show } = await mountReport();
    const box = page.getByRole('checkbox', { name: 'Pass on the address of the page' });
    await expect.element(box).toHaveAccessibleDescription(/^It was left out at first/u);
    const target = reportTarget({ ...STATED_PAGE, address: 'https://sample-news.example/boats' });
    show({ shown: shownReport({ target }) });
    await expect.element(box).toHaveAccessibleDescription('');
  });

  it('has no box for an address that the page does not have', async () => {
    const target = reportTarget({ ...STATED_PAGE, address: null });
    const { main } = await mountReport({ shown: shownReport({ target }) });
    expect(findAll(part(main, 'The passage'), 'input')).toEqual([]);
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
    for (const control of findAll(main, 'input[type=text], textarea'))
      expect(control.spellcheck).toBe(false);
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
    expect(known.innerText).toContain('This looks like what follows.');
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
    ['Send to desk.example', 'endpoint'],
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
    const { main } = await mountReport({ places: null, contact: 'desk@example.org' });
    expect(button('Open an issue on GitHub').elements()).toEqual([]);
    expect(part(main, 'Pass it on').innerText).toContain(
      `This list names no place that reports can be sent to from here. A copy or a file can be sent to its publisher, ${LIST.publisher.name}: desk@example.org.`,
    );
  });

  it('is told where there is nobody to send it to yet', async () => {
    const { main } = await mountReport({ places: null, contact: null });
    expect(part(main, 'Pass it on').innerText).toContain(
      `The publisher of this list, ${LIST.publisher.name}, has named no address yet.`,
    );
  });

  test.each<[WayOutcome, RegExp]>([
    ['none', /^$/u],
    ['copied', /^Copied\./u],
    ['saved-as-file', /^Given to your browser/u],
    ['sent-already', /^It has arrived there already/u],
    ['opened', /^The form is open in another tab\. Nothing is public/u],
    ['mail-opened', /^Your program for mail/u],
    ['not-allowed', /so nothing was sent\.$/u],
    ['opened-cut', /without some of the text.*Press “Copy” and paste it/u],
    ['failed', /^Your browser did not do that\./u],
  ])('is told of in a place that was there before: %s', async (outcome, sentence) => {
    const { main, show } = await mountReport();
    const status = find(part(main, 'Pass it on'), '.outcome');
    expect(status.getAttribute('role')).toBe('status');
    show({ outcome });
    expect(find(part(main, 'Pass it on'), '.outcome')).toBe(status);
    expect(status.innerText).toMatch(sentence);
  });
});

describe('a draft', () => {
  it('is deleted by its button, and had back by another that has the focus', async () => {
    const { main, show, onDelete, onUndo } = await mountReport();
    await userEvent.click(button('Delete this report'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(ID);
    show({ shown: { kind: 'deleted', report: fictionalReport() } });
    expect(main.innerText).toContain('This report is deleted.');
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
      fictionalReport({
        id: OTHER_ID,
        state: { kind: 'sent', how: { way: 'file' }, when: LATER.toISOString() },
      }),
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
    expect(states).toEqual([
      'Draft, changed',
      'Draft, changed',
      'Draft, changed',
      'Draft, changed',
      'Passed on,',
    ]);
  });

  it('is deleted from the list, and had back', async () => {
    const { main, show, onDelete, onUndo } = await mountReport({ others: [OTHER] });
    const name = find(main, '.drafts a').textContent;
    await expect.element(button('Delete')).toHaveAccessibleDescription(name);
    await userEvent.click(button('Delete'));
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(OTHER_ID);
    show({ others: [], deleted: OTHER });
    expect(part(main, 'Reports on this device').innerText).toContain('The report is deleted.');
    expect(document.activeElement).toBe(button('Undo').element());
    await userEvent.click(button('Undo'));
    expect(onUndo).toHaveBeenCalledExactlyOnceWith(OTHER);
  });

  test.each([
    [1, '1 draft here cannot be read by this version of Rejoinder. It is kept.'],
    [2, '2 drafts here cannot be read by this version of Rejoinder. They are kept.'],
  ])('that cannot be read is told of: %i', async (unreadableCount, sentence) => {
    const { main } = await mountReport({ unreadableCount });
    expect(part(main, 'Reports on this device').innerText).toContain(sentence);
  });

  it('alone has an empty list, and the way for a file into it', async () => {
    const { main, onExport, onImport } = await mountReport();
    expect(findAll(main, '.drafts')).toEqual([]);
    await userEvent.click(button('Save all as a file'));
    expect(onExport).toHaveBeenCalledOnce();
    const file = new File(['{}'], 'rejoinder-reports.json', { type: 'application/json' });
    const input = find(main, 'input[type=file]');
    let isOpened = false;
    input.addEventListener('click', (event) => {
      // The browser's own window, which nothing here could close.
      event.preventDefault();
      isOpened = true;
    });
    await userEvent.click(button('Read reports from a file'));
    expect(isOpened).toBe(true);
    await userEvent.upload(page.elementLocator(input), file);
    expect(onImport).toHaveBeenCalledOnce();
  });

  test.each<[ReportProps['imported'], RegExp]>([
    [{ kind: 'none' }, /^$/u],
    [{ kind: 'not-reports' }, /^This is not a file of reports/u],
    [{ kind: 'not-stored' }, /could not be stored/u],
    [{ kind: 'read', addedCount: 1, refusedCount: 0 }, /^1 report was read in\. Nothing of it/u],
    [{ kind: 'read', addedCount: 5, refusedCount: 2 }, /^5 reports were.*2 entries of the file/u],
  ])('says what came of a file: $kind', async (imported, sentence) => {
    const { main } = await mountReport({ imported });
    expect(find(part(main, 'Reports on this device'), '.outcome').innerText).toMatch(sentence);
  });
});

const when = LATER.toISOString();
const waiting = (last: Hindrance | null): ReportState => ({
  kind: 'waiting',
  to: ENDPOINT.url,
  list: LIST,
  isLent: false,
  since: when,
  attempts: 2,
  next: when,
  last,
});
const failed = (reason: Refusal) => ({ kind: 'failed', to: ENDPOINT.url, when, reason }) as const;

describe('how far a report has come', () => {
  it('is told of once it was queued, until its state says more', async () => {
    const { main, show } = await mountReport();
    const outcome = () => find(part(main, 'Pass it on'), '.outcome').innerText;
    show({ outcome: 'queued', shown: shownReport({ state: waiting(null) }) });
    expect(outcome()).toMatch(/^It is sent as soon as desk\.example takes it/u);
    const how = { way: 'endpoint', to: ENDPOINT.url } as const;
    show({ outcome: 'queued', shown: shownReport({ state: { kind: 'sent', how, when } }) });
    expect(outcome()).toBe('');
  });

  test.each<[ReportState, RegExp]>([
    [waiting(null), /^Waiting to be sent to desk\.example\. The next try is at .*2031.*\.$/u],
    [waiting({ kind: 'offline' }), /This device was offline\.$/u],
    [waiting({ kind: 'no-answer' }), /There was no answer\.$/u],
    [waiting({ kind: 'status', status: 503 }), /cannot be taken now \(status 503\)\.$/u],
    [
      { kind: 'sent', how: { way: 'endpoint', to: ENDPOINT.url }, when },
      /^Sent to desk\.example, .*2031/u,
    ],
    [failed({ kind: 'status', status: 422 }), /^Not sent to desk\.example.*cannot be read there/u],
    [failed({ kind: 'status', status: 403 }), /no reports are taken from here/u],
    [failed({ kind: 'status', status: 404 }), /no such place/u],
    [failed({ kind: 'status', status: 409 }), /The answer was no \(status 409\)/u],
    [failed({ kind: 'redirected' }), /another address/u],
    [failed({ kind: 'no-access' }), /no longer lets Rejoinder send/u],
    [failed({ kind: 'gave-up', last: { kind: 'no-answer' } }), /more than a day\. There was no/u],
    [{ kind: 'withdrawn', when }, /^Taken back, .*may have arrived nevertheless\.$/u],
  ])('is said, with the reason: $kind', async (state, sentence) => {
    const { main } = await mountReport({
      shown: shownReport({ state }),
      others: [fictionalReport({ id: OTHER_ID, state })],
    });
    expect(find(main, '.state').innerText).toMatch(sentence);
    expect(find(main, '.drafts .small').innerText).toMatch(sentence);
  });

  it('has a way on and a way back while it is not there', async () => {
    const { onRetry, onWithdraw, show } = await mountReport({
      shown: shownReport({ state: waiting(null) }),
    });
    await userEvent.click(button('Try now'));
    show({ shown: shownReport({ state: failed({ kind: 'redirected' }) }) });
    await userEvent.click(button('Try again'));
    await userEvent.click(button('Take it back'));
    expect([onRetry.mock.calls, onWithdraw.mock.calls]).toEqual([[[ID], [ID]], [[ID]]]);
    show({ shown: shownReport({ state: { kind: 'withdrawn', when } }) });
    expect(button('Take it back').elements()).toEqual([]);
  });

  test.each<[ShownOutcome, string]>([
    [{ kind: 'accepted', claim: 'Boats' }, 'The list has taken it up in: Boats'],
    [{ kind: 'known', claim: 'Boats' }, 'The list had this claim already: Boats'],
    [{ kind: 'declined', reason: 'No source.' }, 'The list has not taken it up: No source.'],
  ])('ends with what the list says became of it: $kind', async (outcome, sentence) => {
    const { main } = await mountReport({ outcomeOf: () => outcome, others: [OTHER] });
    expect(find(main, '.state').innerText).toContain(sentence);
    expect(find(main, '.drafts .small').innerText).toContain(sentence);
  });
});

describe('who will see it', () => {
  it('is said beside each way, and what stays with the reader comes first', async () => {
    const { main } = await mountReport();
    const ways = part(main, 'Pass it on');
    expect(textsOf(ways, 'button, a')).toEqual([
      ...['Save as a file', 'Copy', 'Open an issue on GitHub', 'Write an e-mail'],
      'Send to desk.example',
    ]);
    expect(ways.innerText).toContain('it is public, under your GitHub name');
    expect(ways.innerText).toContain('its readers see your e-mail address');
    expect(ways.innerText).toContain('It also sees your network address.');
    expect(ways.innerText).not.toContain('a party to this matter');
    expect(ways.innerText).toContain('Compiled from public statements (fiction).');
  });

  it('is said to be a party to the matter where it is one', async () => {
    const places = { endpoint: { ...ENDPOINT, isParty: true } };
    const { main } = await mountReport({ places });
    expect(part(main, 'Pass it on').innerText).toContain(
      'The report goes to desk.example, a party to this matter',
    );
  });

  it('is nobody by a way that the reader has switched off', async () => {
    const { onOfferWay } = await mountReport({ waysNotOffered: ['github', 'endpoint'] });
    expect(button('Open an issue on GitHub').elements()).toEqual([]);
    expect(button('Send to desk.example').elements()).toEqual([]);
    await userEvent.click(page.getByText('Choose which ways are offered here'));
    await userEvent.click(page.getByRole('checkbox', { name: 'An e-mail' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'An issue on GitHub' }));
    expect(onOfferWay.mock.calls).toEqual([
      ['email', false],
      ['github', true],
    ]);
  });

  it('is nobody while there is nothing to pass on', async () => {
    const { main } = await mountReport({ shown: shownReport({ claim: ' ', target: null }) });
    expect(part(main, 'Pass it on').innerText).toContain('there is nothing to pass on');
    await expect.element(button('Save as a file')).toBeDisabled();
    await expect.element(button('Send to desk.example')).toBeDisabled();
  });

  it('is told when a mail cannot carry everything', async () => {
    const note = 'More and more. '.repeat(100);
    const { main } = await mountReport({ shown: shownReport({ note }) });
    expect(part(main, 'Pass it on').innerText).toContain('Not all of it fits into an e-mail');
    const mail = page.getByRole('link', { name: 'Write an e-mail' }).element();
    expect(mail.getAttribute('href')).toMatch(/^mailto:desk@example\.org\?subject=/u);
  });
});

describe('a report of a known claim', () => {
  it('becomes a new wording by one press, and a new claim by another', async () => {
    const { show, onAddWording, onConcern, main } = await mountReport();
    await userEvent.click(button('It says the same: add your wording'));
    expect(onAddWording).toHaveBeenCalledExactlyOnceWith(FOUND.id);
    show({ shown: shownReport(WORDING) });
    expect(textsOf(main, 'h1')).toEqual(['Report a new wording of a claim']);
    expect(main.innerText).toContain('goes along as a new wording of this claim');
    expect(find(main, 'dl').innerText).toContain(CLAIM);
    await userEvent.click(button('It is another claim after all'));
    expect(onConcern).toHaveBeenCalledExactlyOnceWith({ kind: 'new-claim' });
  });

  it('says what it is about, and may say that the words are other ones', async () => {
    const { onConcern } = await mountReport({ shown: shownReport(PROBLEM) });
    await expect.element(page.getByRole('radio', { name: 'Something else' })).toBeChecked();
    await userEvent.click(page.getByRole('radio', { name: 'The record is outdated' }));
    await userEvent.click(page.getByRole('radio', { name: /worded differently here$/u }));
    expect(onConcern.mock.calls).toEqual([
      [{ kind: 'problem', claim: CLAIM, problem: 'outdated' }],
      [{ kind: 'new-wording', claim: CLAIM }],
    ]);
  });
});
