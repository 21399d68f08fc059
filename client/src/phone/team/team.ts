/** A team's own page with its words, in one script that is loaded when its link is opened. */
export { teamVocabulary } from '../../words/team.ts';
export { default as TeamPage } from './TeamPage.svelte';
