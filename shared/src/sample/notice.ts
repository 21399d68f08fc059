/** What every café says at joining and above every composer unless its facilitator writes another. */
export const NOTICE =
  'Please don’t name patients or anyone who could be recognised. People at your table, its team and the facilitators read what you write.';
