/** Reports as earlier versions of us have kept them. */
import * as v from 'valibot';

/** What the first version had otherwise; the rest of a report is passed through. */
const FirstVersion = v.looseObject({
  concern: v.looseObject({ kind: v.string() }),
  target: v.nullable(v.looseObject({ source: v.nullable(v.string()) })),
  state: v.variant('kind', [
    v.strictObject({ kind: v.literal('draft') }),
    v.strictObject({
      kind: v.literal('passed-on'),
      how: v.string(),
      when: v.string(),
    }),
  ]),
});

/**
 * A record of the first version as this one keeps it; any other is given back as it is. What comes
 * out is validated when it is read, as every record is.
 */
export function upgradeRecord(record: { readonly id: string }): { readonly id: string } {
  const parsed = v.safeParse(FirstVersion, record);
  if (!parsed.success || 'includesAddress' in record) return record;
  const { concern, state } = parsed.output;
  return {
    ...record,
    ...{
      // The reader had left it in, and seen it.
      includesAddress: true,
      concern: concern.kind === 'problem' ? { ...concern, problem: 'other' } : concern,
      state:
        state.kind === 'draft'
          ? state
          : { kind: 'sent', how: { way: state.how }, when: state.when },
    },
  };
}
