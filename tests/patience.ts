/**
 * For how long a test waits for what is sure to come: on a machine that does something else at the
 * same time that takes longer than the second that Vitest gives it, and to wait longer for what never
 * comes costs nobody anything.
 */
export const PATIENCE = { timeout: 10_000 } as const;
