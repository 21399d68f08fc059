/** What is behind the door, with its words, in one script that is loaded when somebody goes in. */
export { phoneVocabulary } from '../words/phone.ts';
export { default as Inside } from './Inside.svelte';
