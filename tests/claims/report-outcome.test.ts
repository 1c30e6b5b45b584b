import { expect, it } from 'vitest';
import { parseList } from '../../core/claims/parse-list.ts';
import { fictionalFiles } from './fictional-list.ts';
import { ID, OTHER_ID } from './fictional-report.ts';

const parse = (outcomes: unknown) => parseList({ ...fictionalFiles(), 'outcomes.json': outcomes });

const KNOWN = { kind: 'known', claim: 'lantern-boats-crossed' };

it('may say what became of each report, or nothing at all', () => {
  const outcomes = {
    [ID]: KNOWN,
    [OTHER_ID]: { kind: 'declined', reason: { en: 'No source could be opened.' } },
  };
  expect(parse(outcomes)).toMatchObject({ ok: true, value: { outcomes } });
  const without = parseList(fictionalFiles());
  expect(without.ok && without.value.outcomes).toBeUndefined();
});

it.each([
  ['an id that is none', { boats: KNOWN }, 'boats', 'the id of a report'],
  ['a claim that the list lacks', { [ID]: { ...KNOWN, claim: 'x' } }, `${ID}.claim`, 'of the list'],
  ['no reason', { [ID]: { kind: 'declined' } }, `${ID}.reason`, 'this field'],
  ['another kind', { [ID]: { kind: 'praised' } }, `${ID}.kind`, 'accepted'],
])('is an error with file, field and what was expected: %s', (_, outcomes, field, expected) => {
  const parsed = parse(outcomes);
  const [error, ...others] = parsed.ok ? [] : parsed.errors;
  expect(others).toEqual([]);
  expect(error).toMatchObject({ file: 'outcomes.json', field });
  expect(error?.expected).toContain(expected);
});
