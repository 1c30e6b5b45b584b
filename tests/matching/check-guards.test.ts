import { describe, expect, it, test } from 'vitest';
import { AMBER, DRONES, find } from './fictional-index.ts';

/** The guards are asked through the door: what each lets through is a match. */
const claimsIn = (...args: Parameters<typeof find>) => find(...args).map(({ claim }) => claim);

describe('the direction', () => {
  test.each<[string, boolean]>([
    ['Southmarkian drones entered Eastvale from Northland.', true],
    ['From Northland, Southmarkian drones entered Eastvale.', true],
    ['Southmarkian drones left Northland and entered Eastvale.', true],
    ['Southmarkian drones crossed Northland and attacked Eastvale.', true],
    ['Northland was the launch pad of Southmarkian drones against Eastvale.', true],
    ['Southmarkian drones entered Northland from Eastvale.', false],
    ['Southmarkian drones entered Eastvale and then Northland.', false],
    ['Southmarkian drones entered Northland from Eastvale, and left Northland at dawn.', false],
    ['Southmarkian drones entered Eastvale, and Northland looked on.', false],
    ['Southmarkian drones entered Eastvalian territory from Northland.', true],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [DRONES] : []);
  });
});

describe('who acts', () => {
  test.each<[string, boolean]>([
    ['Southmark has launched drones at Eastvale from Northland.', true],
    ['Drones were launched by Southmark at Eastvale from Northland.', true],
    ['Drones were launched by fishermen near Southmark at Eastvale from Northland.', false],
    ['Drones entered Eastvale from Northland, Southmark said.', false],
    ['Northlandic drones entered Eastvale from Southmark.', false],
    ['Drones entered Eastvale from Northland.', false],
    ['Westmoorish drones entered Eastvale from Northland.', false],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [DRONES] : []);
  });
});

describe('whose things they are', () => {
  test.each<[string, boolean]>([
    ['Southmark smuggled amber to Eastvale through the harbour of Northland.', true],
    ['Southmark smuggled amber to Eastvale through a harbour of neighbouring Northland.', true],
    ['Southmark smuggled amber to Eastvale through Westmoor’s harbour and Northland.', false],
    ['Southmark smuggled amber to Eastvale and Northland through Southmark’s harbour.', false],
    ['Southmark smuggled Eastvalian amber to Northland’s harbour.', false],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [AMBER] : []);
  });

  test.each<[string, boolean]>([
    ['Southmark’s drones entered Eastvale from Northland.', true],
    ['The drones that entered Eastvale from Northland were Southmarkian drones.', true],
    ['Westmoor’s drones entered Eastvale from Northland and hit Southmarkian tents.', false],
    ['Southmarkian-made drones entered Eastvale from Northland.', false],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [DRONES] : []);
  });
});

describe('the time', () => {
  test.each<[string, boolean]>([
    ['In 2031 Southmarkian drones entered Eastvale from Northland.', true],
    ['Southmarkian drones entered Eastvale from Northland.', true],
    ['In 2019 Southmarkian drones entered Eastvale from Northland.', false],
    ['In ۲۰۱۹ Southmarkian drones entered Eastvale from Northland.', false],
    ['In 2019 and 2031 Southmarkian drones entered Eastvale from Northland.', true],
    ['At 2019 places Southmarkian drones of 12 kilos entered Eastvale from Northland.', false],
    ['Some 12019 Southmarkian drones entered Eastvale from Northland.', true],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [DRONES] : []);
  });
});

describe('who is named', () => {
  test.each<[string, boolean]>([
    ['Southmarkian drones attacked Eastvale from Northland.', true],
    // Whom it was done to may be left unsaid,
    ['Southmarkian drones attacked from Northland.', true],
    // unless it may have been done to somebody else.
    ['Southmarkian drones attacked Westmoor from Northland.', false],
    ['Southmarkian drones attacked Eastvale from Lower Northland.', false],
    ['Southmarkian drones attacked Eastvale from Lower Northland and Northland.', true],
    ['Southmarkian drones attacked Eastvale from the sea.', false],
    ['The drones attacked Eastvale from Northland.', false],
  ])('“%s”: %s', (text, matches) => {
    expect(claimsIn(text)).toEqual(matches ? [DRONES] : []);
  });

  it('counts a party that the passage points back to', () => {
    expect(
      claimsIn('Northland is small. Southmarkian drones entered Eastvale from there.'),
    ).toEqual([DRONES]);
    expect(claimsIn('Northland is small. Southmarkian drones entered Eastvale from Rome.')).toEqual(
      [],
    );
  });
});

describe('what the claim is about', () => {
  test.each<[string, readonly string[]]>([
    ['Southmark smuggled amber to Eastvale through Northland’s harbour.', [AMBER]],
    ['Southmark smuggled apples to Eastvale through Northland’s harbour.', []],
    ['Southmark smuggled amber to Eastvale through Northland’s railway.', []],
    ['Southmark launched rockets at Eastvale from Northlandic soil.', []],
  ])('“%s”: %j', (text, claims) => {
    expect(claimsIn(text)).toEqual(claims);
  });
});
