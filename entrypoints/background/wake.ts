/**
 * Imported before everything else: the background's first statement. How long a reader waits for a
 * background that was asleep is measured from here, and shown by the browser's own tools.
 */
export const WAKE_MARK = 'rejoinder-wake';
export const LIST_READY_MEASURE = 'rejoinder-list-ready';

performance.mark(WAKE_MARK);
