const NAMES = 'Please don’t name patients or anyone who could be recognised.';
const LATER = 'and after the last round everybody in the café.';

/** What a café with teams says at joining and above every composer unless its facilitator writes another. */
export const NOTICE = `${NAMES} People at your table, its team and the facilitators can read what you write, ${LATER}`;

/** The same where tables have no teams. */
export const NOTICE_WITHOUT_TEAMS = `${NAMES} People at your table and the facilitators can read what you write, ${LATER}`;
