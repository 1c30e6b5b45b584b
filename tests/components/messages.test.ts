import { describe, expect, it } from 'vitest';
import { translateCount } from '../../components/translate.ts';
import { entries, fillMessage, translateFromFile } from './translate-from-file.ts';

const sources = import.meta.glob<string>('../../components/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const components = Object.values(sources).join('\n');

/** Named by the manifest as `__MSG_…__`, or asked for by the background. */
const KEYS_OF_THE_BROWSER = [
  'extension_name_preview',
  'extension_description',
  'action_title',
  'badge_title_one',
  'badge_title_other',
  'command_next_mark',
  'command_previous_mark',
  'command_report',
  'menu_report',
];

/** A counted message is asked for by its name without the plural category. */
const isAskedFor = (key: string) =>
  components.includes(`'${key}'`) ||
  components.includes(`"${key}"`) ||
  components.includes(`'${key.replace(/_(one|other)$/u, '')}'`);

const table = Object.entries(entries);

describe('the locale file', () => {
  it('is read together with the components', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(15);
    expect(table.length).toBeGreaterThan(60);
  });

  it('holds every key that a component asks for', () => {
    const asked = [...components.matchAll(/(?:name|title)="([a-z_]+)"/gu)].map(([, key]) => key);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => key === undefined || entries[key] === undefined)).toEqual([]);
  });

  it('holds no key that nobody asks for', () => {
    const unused = table.map(([key]) => key).filter((key) => !isAskedFor(key));
    expect(unused).toEqual(KEYS_OF_THE_BROWSER);
  });

  it('says no word of judgement', () => {
    const judging =
      /\b(false|fake|rebuttal|rebut\w*|official answer|verdict|truth|true|lie|lies|score|rating)\b/iu;
    expect(table.filter(([, { message }]) => judging.test(message))).toEqual([]);
  });

  it('describes the extension in 132 characters', () => {
    expect(entries['extension_description']?.message.length).toBeLessThanOrEqual(132);
  });

  it.each(table)('%s is described, and its placeholders have examples', (key, entry) => {
    expect(key).toMatch(/^[a-z_]+$/u);
    expect(entry.description).not.toBe('');
    const placeholders = Object.entries(entry.placeholders);
    const mentioned = [...entry.message.matchAll(/\$([A-Za-z]+)\$/gu)].map(([, name]) => name);
    expect(mentioned.toSorted()).toEqual(placeholders.map(([name]) => name).toSorted());
    expect(placeholders.map(([, { content }]) => content)).toEqual(
      placeholders.map((_, at) => `$${String(at + 1)}`),
    );
    for (const [, { example }] of placeholders) expect(example).not.toBe('');
  });
});

describe('filling a message', () => {
  it.each([
    ['$name$ and $OTHER$', ['a', 'b'], 'a and b'],
    ['$2 before $1', ['a', 'b'], 'b before a'],
    ['$$5 for $name$', ['a'], '$5 for a'],
    ['$name$', ['$other$ $1 $$'], '$other$ $1 $$'],
    ['$missing$ and $name$', [], ' and '],
  ])('%s', (message, substitutions, filled) => {
    const placeholders = {
      name: { content: '$1', example: '' },
      other: { content: '$2', example: '' },
    };
    expect(fillMessage({ message, description: '', placeholders }, substitutions)).toBe(filled);
  });
});

describe('a counted message', () => {
  it.each([
    [0, '0 passages here resemble a claim with a response on record'],
    [1, '1 passage here resembles a claim with a response on record'],
    [3, '3 passages here resemble a claim with a response on record'],
    [1_234, '1,234 passages here resemble a claim with a response on record'],
  ])('of %i', (count, text) => {
    expect(translateCount(translateFromFile, 'badge_title', count)).toBe(text);
  });
});
