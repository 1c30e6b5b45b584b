/**
 * Whose words a page has, where they are not simply its own. `opinion`: an author's, by what the page
 * says of itself. `fact-check`: it puts claims to review them. `translated`: a machine has put it into
 * other words.
 */
export type Voice = 'opinion' | 'fact-check' | 'translated';
