/** What teams that host are told at their tables, unless somebody writes another question. It suits any subject. */
export const QUESTION = 'What have you seen or tried that could help this team take its next step?';

/** The same where tables have no teams. */
export const QUESTION_WITHOUT_TEAMS = 'What matters most to you here?';
