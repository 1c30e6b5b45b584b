/** The state of a matter, derived from its record: which positions stand, and in which order. */
import type { Appearance, Claim, Finding, Firmness, Response } from './claim.ts';
import { FIRMNESS } from './claim.ts';
import type { IsoDate } from './date.ts';

/** One line of the state of the matter. A card renders each with one message of the locale. */
export type MatterLine =
  | { readonly kind: 'response'; readonly response: Response }
  | {
      readonly kind: 'claimant';
      readonly appearance: Appearance;
      readonly position: Firmness | 'withdrew';
    }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'no-finding'; readonly asOf: IsoDate };

export type StateOfMatter = {
  readonly lines: readonly MatterLine[];
  /**
   * What the sections of a card begin with. `finding`: an independent body contradicts the
   * response and comes before it. `response`: an independent body supports it. `even`: nothing
   * independent points either way, so only the state of the matter precedes the response.
   */
  readonly leads: 'finding' | 'response' | 'even';
};

/** The appearance that speaks for the claim: one that stands before one withdrawn, then the firmest, then the latest. */
function leadingAppearance(claim: Claim): Appearance | null {
  const rank = ({ withdrawn, firmness }: Appearance) =>
    withdrawn === undefined ? FIRMNESS.indexOf(firmness) : FIRMNESS.length;
  const [first] = claim.appearances.toSorted(
    (a, b) => rank(a) - rank(b) || compareText(b.datePublished.date, a.datePublished.date),
  );
  return first ?? null;
}

/** What contradicts the response before what supports it, and both before what settles nothing. */
const BEARING_ORDER: readonly Finding['bearing'][] = [
  'contradicts-response',
  'supports-response',
  'inconclusive',
];

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dateOf(line: MatterLine): IsoDate {
  switch (line.kind) {
    case 'response':
      return line.response.datePublished.date;
    case 'claimant':
      return line.appearance.withdrawn?.datePublished.date ?? line.appearance.datePublished.date;
    case 'finding':
      return line.finding.datePublished.date;
    case 'no-finding':
      return line.asOf;
  }
}

/**
 * The positions on record. Without a finding that settles anything they stand in order of date, so
 * that no side leads by our choice. A finding comes first where it contradicts the response, others
 * following it, and directly after the response where it supports it.
 */
export function stateOfMatter(claim: Claim): StateOfMatter {
  const positions: MatterLine[] = [];
  const [response] = claim.responses;
  if (response !== undefined) positions.push({ kind: 'response', response });
  const appearance = leadingAppearance(claim);
  if (appearance !== null) {
    const position = appearance.withdrawn === undefined ? appearance.firmness : 'withdrew';
    positions.push({ kind: 'claimant', appearance, position });
  }

  const findings = claim.findings
    .toSorted((a, b) => BEARING_ORDER.indexOf(a.bearing) - BEARING_ORDER.indexOf(b.bearing))
    .map((finding): MatterLine => ({ kind: 'finding', finding }));
  const bearings = new Set(claim.findings.map(({ bearing }) => bearing));
  const byDate = positions.toSorted((a, b) => compareText(dateOf(a), dateOf(b)));
  if (bearings.has('contradicts-response')) {
    return { lines: [...findings, ...byDate], leads: 'finding' };
  }
  if (bearings.has('supports-response') && response !== undefined) {
    const others = positions.filter(({ kind }) => kind !== 'response');
    return { lines: [{ kind: 'response', response }, ...findings, ...others], leads: 'response' };
  }
  const last: MatterLine[] =
    findings.length > 0 ? findings : [{ kind: 'no-finding', asOf: claim.status.asOf }];
  return { lines: [...byDate, ...last], leads: 'even' };
}
