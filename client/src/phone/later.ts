/** What is shown later in the day. Loaded once a note can be written, so that it is here offline too. */
export { laterSpoken, learnLater } from '../words/later.ts';
export { default as Ask } from './Ask.svelte';
export { default as CardChips } from './CardChips.svelte';
export { default as Change } from './Change.svelte';
export { default as Collected } from './Collected.svelte';
export { default as End } from './End.svelte';
export { default as EraseNote } from './EraseNote.svelte';
export { default as Feedback } from './Feedback.svelte';
export { default as Gathered } from './Gathered.svelte';
export { default as Here } from './Here.svelte';
export { default as HomeHead } from './HomeHead.svelte';
export { default as Hosting } from './Hosting.svelte';
export { default as NextStep } from './NextStep.svelte';
export { default as PanelQuestion } from './PanelQuestion.svelte';
export { default as PassedOn } from './PassedOn.svelte';
export { default as RefusedWords } from './RefusedWords.svelte';
export { default as Sorry } from './Sorry.svelte';
export { default as Tables } from './Tables.svelte';
